using System.Collections.Immutable;
using System.Numerics.Tensors;
using Orleans.Personalize.Training.LinearAlgebra;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.ItemItem;

/// <summary>
/// Fits the item-item model of what goes together in whatever order, after H. Steck, "Embarrassingly Shallow Autoencoders for Sparse Data"
/// (2019): ridge regression of each title on all others, from the inverse of the regularized co-occurrence matrix. A history is completed
/// from a random part of itself, in closed form (H. Steck, "Autoencoders That Don't Overfit Towards the Identity", 2020), and long histories
/// count less.
/// </summary>
internal sealed class StableTasteTrainer(StableTasteOptions options, int threads, Steps steps)
{
    /// <summary>Fits to the liked events of the histories.</summary>
    public SparseRows Fit(EventHistories liked)
    {
        var counts = liked.Counts();
        var sources = SourceTitles.Choose(counts, options.MinimumEvents, options.MaximumSources);
        var rows = new SparseRowsBuilder(liked.TitleCount, options.RowLength, threads);
        using var gram = new DenseMatrix(sources.Length, sources.Length);
        Accumulate(liked, sources, gram);
        var ridge = Ridge(counts, sources, options);
        for (var i = 0; i < sources.Length; i++)
            gram[i, i] += (float)(ridge + (gram[i, i] * options.Dropout / (1 - options.Dropout)));
        using var inverse = new DenseMatrix(sources.Length, sources.Length);
        for (var i = 0; i < sources.Length; i++)
            inverse[i, i] = 1;
        steps.Solve(gram, inverse, threads);
        rows.Add(new ItemItemWeights(1, sources, ToWeights(inverse), 0));
        return rows.Build();
    }

    /// <summary>How many operations <see cref="Fit"/> takes, for telling progress.</summary>
    public double Operations(EventHistories liked)
    {
        var sources = SourceTitles.Choose(liked.Counts(), options.MinimumEvents, options.MaximumSources).Length;
        return Steps.SolveOperations(sources, sources);
    }

    private void Accumulate(EventHistories liked, ImmutableArray<int> sources, DenseMatrix gram)
    {
        var numbers = SourceTitles.Numbers(liked.TitleCount, sources);
        var occurrences = new Occurrences(liked);
        var weights = ProfileWeights(liked, options);
        Threads.For(sources.Length, threads, source =>
        {
            var row = new double[sources.Length];
            foreach (var (profile, _) in occurrences[sources[source]])
            {
                foreach (var title in liked.Titles(profile))
                {
                    if (numbers[title] is >= 0 and var other)
                        row[other] += weights[profile];
                }
            }

            TensorPrimitives.ConvertTruncating<double, float>(row, gram.Row(source));
        });
    }

    /// <summary>The ridge term of all titles, without what stands for the missing part of a history.</summary>
    public static double Ridge(int[] counts, ImmutableArray<int> sources, StableTasteOptions options)
    {
        var mean = sources.Length > 0 ? sources.Average(title => (double)counts[title]) : 0;
        return Math.Max(options.Regularization, options.RegularizationShare * mean);
    }

    /// <summary>What an event of each profile counts; 1 in the mean over events.</summary>
    public static double[] ProfileWeights(EventHistories liked, StableTasteOptions options)
    {
        var weights = new double[liked.ProfileCount];
        var sum = 0.0;
        for (var profile = 0; profile < weights.Length; profile++)
        {
            var length = liked.Titles(profile).Length;
            weights[profile] = length == 0 ? 0 : Math.Pow(length, -options.ProfileExponent);
            sum += weights[profile] * length;
        }

        var scale = liked.EventCount / Math.Max(sum, double.Epsilon);
        return Array.ConvertAll(weights, weight => weight * scale);
    }

    // Steck's B[i,j] = -P[i,j] / P[j,j].
    private static DenseMatrix ToWeights(DenseMatrix inverse)
    {
        var weights = new DenseMatrix(inverse.Rows, inverse.Rows);
        for (var i = 0; i < inverse.Rows; i++)
        {
            for (var j = 0; j < inverse.Rows; j++)
                weights[i, j] = i == j ? 0 : -inverse[i, j] / inverse[j, j];
        }

        return weights;
    }
}
