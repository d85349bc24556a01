namespace Orleans.Personalize.Training.Evaluation.Metrics;

/// <summary>HR@k: whether any held-out title is among the first k.</summary>
/// <param name="k">How many titles are looked at.</param>
public sealed class HitRate(int k) : IRankingMetric
{
    /// <inheritdoc/>
    public string Name { get; } = $"HR@{k}";

    /// <inheritdoc/>
    public double Of(ReadOnlySpan<double> ranks)
    {
        foreach (var rank in ranks)
        {
            if (rank <= k)
                return 1;
        }

        return 0;
    }
}
