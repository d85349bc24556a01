namespace Orleans.Personalize.Training.Evaluation.Metrics;

/// <summary>MRR@k: one over the rank of the best held-out title, where that is among the first k.</summary>
/// <param name="k">How many titles are looked at.</param>
public sealed class ReciprocalRank(int k) : IRankingMetric
{
    /// <inheritdoc/>
    public string Name { get; } = $"MRR@{k}";

    /// <inheritdoc/>
    public double Of(ReadOnlySpan<double> ranks)
    {
        var best = double.PositiveInfinity;
        foreach (var rank in ranks)
            best = Math.Min(best, rank);
        return best <= k ? 1 / best : 0;
    }
}
