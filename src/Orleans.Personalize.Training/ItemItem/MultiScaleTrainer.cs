using System.Collections.Immutable;
using Orleans.Personalize.Training.LinearAlgebra;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.ItemItem;

/// <summary>
/// Fits the multi-scale item-item model: ridge regression, in closed form, from the history as seen on several time scales to what comes
/// next. With one scale that does not fade and no order it would be the linear autoencoder of H. Steck, "Embarrassingly Shallow
/// Autoencoders for Sparse Data" (2019).
/// </summary>
internal sealed class MultiScaleTrainer(MultiScaleOptions options, int threads, Steps steps)
{
    /// <summary>Fits all scales.</summary>
    public SparseRows Fit(EventHistories histories)
    {
        var sources = SourceTitles.Choose(histories.Counts(), options.MinimumEvents, options.MaximumSources);
        return sources.Length * options.Scales.Length <= options.MaximumJointUnknowns
            ? FitTogether(histories, sources)
            : FitInTurn(histories, sources);
    }

    /// <summary>How many operations <see cref="Fit"/> takes, for telling progress.</summary>
    public double Operations(EventHistories histories)
    {
        var sources = (double)SourceTitles.Choose(histories.Counts(), options.MinimumEvents, options.MaximumSources).Length;
        var scales = options.Scales.Length;
        var together = sources * scales <= options.MaximumJointUnknowns;
        var order = together ? sources * scales : sources;
        return (together ? 1 : scales) * Steps.SolveOperations(order, sources);
    }

    private SparseRows FitTogether(EventHistories histories, ImmutableArray<int> sources)
    {
        var scales = options.Scales;
        var unknowns = scales.Length * sources.Length;
        using var products = new DenseMatrix(unknowns, sources.Length);
        var gram = new DenseMatrix(unknowns, unknowns);
        var sums = new MultiScaleSums(histories, sources, new DecayTables(scales.AsSpan(), options.TargetDecay, histories.LongestHistory));
        sums.Accumulate(gram, products, threads);
        for (var scale = 0; scale < scales.Length; scale++)
            AddRidge(gram, scale * sources.Length, sources.Length, scales[scale].Regularization);
        steps.Solve(gram, products, threads);
        var rows = new SparseRowsBuilder(histories.TitleCount, options.RowLength, threads);
        for (var scale = 0; scale < scales.Length; scale++)
            rows.Add(new ItemItemWeights(scales[scale].Decay, sources, products, scale * sources.Length));
        return rows.Build();
    }

    private SparseRows FitInTurn(EventHistories histories, ImmutableArray<int> sources)
    {
        var rows = new SparseRowsBuilder(histories.TitleCount, options.RowLength, threads);
        for (var scale = 0; scale < options.Scales.Length; scale++)
        {
            using var products = new DenseMatrix(sources.Length, sources.Length);
            var gram = new DenseMatrix(sources.Length, sources.Length);
            SumsOf(histories, [options.Scales[scale]]).Accumulate(gram, products, threads);
            SubtractExplained(histories, sources, scale, rows, products);
            AddRidge(gram, 0, sources.Length, options.Scales[scale].Regularization);
            steps.Solve(gram, products, threads);
            rows.Add(new ItemItemWeights(options.Scales[scale].Decay, sources, products, 0));
        }

        return rows.Build();

        MultiScaleSums SumsOf(EventHistories of, ReadOnlySpan<TimeScale> scales) =>
            new(of, sources, new DecayTables(scales, options.TargetDecay, of.LongestHistory));
    }

    // What the scales before explain, as they will be used: with their short rows.
    private void SubtractExplained(
        EventHistories histories, ImmutableArray<int> sources, int scale, SparseRowsBuilder rows, DenseMatrix products)
    {
        for (var before = 0; before < scale; before++)
        {
            var tables = new DecayTables([options.Scales[before], options.Scales[scale]], options.TargetDecay, histories.LongestHistory);
            var sums = new MultiScaleSums(histories, sources, tables);
            var number = before;
            sums.VisitCross(threads, (source, cross) => rows.SubtractProduct(number, cross, products.Row(source)));
        }
    }

    private static void AddRidge(DenseMatrix gram, int first, int count, double regularization)
    {
        for (var i = first; i < first + count; i++)
            gram[i, i] += (float)regularization;
    }
}
