using System.Collections.Immutable;
using System.Numerics.Tensors;
using Orleans.Personalize.Training.LinearAlgebra;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.ItemItem;

/// <summary>
/// The two matrices of the multi-scale regression, summed over all pairs of positions of all histories: the gram matrix of the features and
/// their products with the targets. A row belongs to a source title and a scale and is made by one thread in double precision, over the
/// places where the title occurs, so that nothing but a row is in use at a time and the order of summation is fixed.
/// </summary>
/// <param name="histories">The events.</param>
/// <param name="sources">Titles that are features, by title index; rows and columns of the gram matrix are scale-major over these.</param>
/// <param name="tables">Coefficients, for the scales to be fitted.</param>
internal sealed class MultiScaleSums(EventHistories histories, ImmutableArray<int> sources, DecayTables tables)
{
    private const int Piece = 32;

    private readonly Occurrences _occurrences = new(histories);
    private readonly int[] _sourceOf = SourceTitles.Numbers(histories.TitleCount, sources);

    private int Pieces => (sources.Length + Piece - 1) / Piece;

    /// <summary>Fills the lower triangle of the gram matrix, and the products with the targets.</summary>
    /// <param name="gram">(scales x sources) square; only blocks on and below the diagonal are written.</param>
    /// <param name="products">(scales x sources) x sources: titles with too few events for a row are not worth a column either.</param>
    /// <param name="threads">How many threads work.</param>
    public void Accumulate(DenseMatrix gram, DenseMatrix products, int threads)
    {
        Threads.For(Pieces, threads, index =>
        {
            var row = new double[sources.Length];
            var target = new double[sources.Length];
            for (var source = index * Piece; source < Math.Min((index + 1) * Piece, sources.Length); source++)
            {
                for (var a = 0; a < tables.Count; a++)
                {
                    for (var b = 0; b <= a; b++)
                    {
                        AccumulateGram(source, a, b, row);
                        var columns = gram.Row((a * sources.Length) + source).Slice(b * sources.Length, sources.Length);
                        TensorPrimitives.ConvertTruncating<double, float>(row, columns);
                    }

                    AccumulateTarget(source, a, target);
                    TensorPrimitives.ConvertTruncating<double, float>(target, products.Row((a * sources.Length) + source));
                }
            }
        });
    }

    /// <summary>Hands out rows of the gram matrix between the features of the second scale and those of the first.</summary>
    /// <param name="threads">How many threads work.</param>
    /// <param name="visit">Called for each source with double[sources], which is used again; calls run at the same time.</param>
    public void VisitCross(int threads, Action<int, double[]> visit)
    {
        Threads.For(Pieces, threads, index =>
        {
            var row = new double[sources.Length];
            for (var source = index * Piece; source < Math.Min((index + 1) * Piece, sources.Length); source++)
            {
                AccumulateGram(source, 1, 0, row);
                visit(source, row);
            }
        });
    }

    // Feature a of the source with feature b of every other: sum over p >= max(q1, q2) of g_a^(p-q1) g_b^(p-q2).
    private void AccumulateGram(int source, int a, int b, double[] row)
    {
        Array.Clear(row);
        var earlier = tables.Powers(b);
        var later = tables.Powers(a);
        var sums = tables.Geometric(a, b);
        foreach (var (profile, position) in _occurrences[sources[source]])
        {
            var titles = histories.Titles(profile);
            var weights = histories.Weights(profile);
            var last = titles.Length - 1;
            var sum = weights[position] * sums[last - position];
            for (var distance = 0; distance < Math.Min(earlier.Length, position + 1); distance++)
            {
                if (_sourceOf[titles[position - distance]] is >= 0 and var other)
                    row[other] += weights[position - distance] * earlier[distance] * sum;
            }

            for (var distance = 1; distance < Math.Min(later.Length, last - position); distance++)
            {
                if (_sourceOf[titles[position + distance]] is >= 0 and var other)
                    row[other] += weights[position] * weights[position + distance] * later[distance] * sums[last - position - distance];
            }
        }
    }

    private void AccumulateTarget(int source, int a, double[] row)
    {
        Array.Clear(row);
        var coefficients = tables.Targets(a);
        foreach (var (profile, position) in _occurrences[sources[source]])
        {
            var titles = histories.Titles(profile)[position..];
            var weight = histories.Weights(profile)[position];
            for (var distance = 1; distance < Math.Min(coefficients.Length, titles.Length); distance++)
            {
                if (_sourceOf[titles[distance]] is >= 0 and var other)
                    row[other] += weight * coefficients[distance];
            }
        }
    }
}
