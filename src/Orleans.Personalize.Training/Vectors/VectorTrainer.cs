using Orleans.Personalize.Training.ItemItem;
using Orleans.Personalize.Training.LinearAlgebra;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Vectors;

/// <summary>
/// Fits title vectors by reduced-rank ridge regression (A. Izenman, "Reduced-Rank Regression for the Multivariate Linear Model", 1975): the
/// regression from the faded, strength-weighted history to what comes next, with weights of rank d. The target vectors span the leading
/// eigenvectors of T' (G + ridge)^-1 T, found by subspace iteration; the source vectors are the regression onto them.
/// </summary>
internal sealed class VectorTrainer(VectorOptions options, int threads, Steps steps)
{
    /// <summary>Fits to histories whose weights are the strengths.</summary>
    public TitleVectors Fit(EventHistories histories, ulong seed)
    {
        var sources = SourceTitles.Choose(histories.Counts(), options.MinimumEvents, options.MaximumSources);
        var dimension = Math.Min(options.Dimension, sources.Length);
        var vectors = new TitleVectors(dimension, histories.TitleCount);
        if (dimension == 0)
            return vectors;
        using var products = new DenseMatrix(sources.Length, histories.TitleCount);
        var gram = new DenseMatrix(sources.Length, sources.Length);
        var scale = new TimeScale(options.Decay, options.Regularization);
        new MultiScaleSums(histories, sources, new DecayTables([scale], options.TargetDecay, histories.LongestHistory))
            .Accumulate(gram, products, threads);
        for (var i = 0; i < sources.Length; i++)
            gram[i, i] += (float)options.Regularization;
        using var factor = steps.Factorize(gram, threads);
        using var targets = Subspace.Random(histories.TitleCount, dimension, seed);
        for (var iteration = 0; iteration < options.Iterations; iteration++)
        {
            using var regressed = Regress(factor, products, targets);
            targets.Clear();
            MatrixProduct.AddTransposed(products, regressed, targets, 1, threads);
            Subspace.Orthonormalize(targets);
        }

        using var fitted = Regress(factor, products, targets);
        for (var source = 0; source < sources.Length; source++)
        {
            fitted.Row(source).CopyTo(vectors.Source(sources[source]));
            targets.Row(sources[source]).CopyTo(vectors.Target(sources[source]));
        }

        return vectors;
    }

    /// <summary>How many operations <see cref="Fit"/> takes, for telling progress.</summary>
    public double Operations(EventHistories histories)
    {
        double sources = SourceTitles.Choose(histories.Counts(), options.MinimumEvents, options.MaximumSources).Length;
        return Steps.SolveOperations(sources, 0);
    }

    private DenseMatrix Regress(CholeskyFactor factor, DenseMatrix products, DenseMatrix targets)
    {
        var right = new DenseMatrix(products.Rows, targets.Columns);
        MatrixProduct.Add(products, targets, right, 1, threads);
        factor.Solve(right);
        return right;
    }
}
