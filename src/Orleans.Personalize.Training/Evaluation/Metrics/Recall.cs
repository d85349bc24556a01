namespace Orleans.Personalize.Training.Evaluation.Metrics;

/// <summary>Recall@k: how many of the held-out titles are among the first k, of as many as there could be: min(k, held out).</summary>
/// <param name="k">How many titles are looked at.</param>
public sealed class Recall(int k) : IRankingMetric
{
    /// <inheritdoc/>
    public string Name { get; } = $"Recall@{k}";

    /// <inheritdoc/>
    public double Of(ReadOnlySpan<double> ranks)
    {
        var found = 0;
        foreach (var rank in ranks)
            found += rank <= k ? 1 : 0;
        return (double)found / Math.Min(k, ranks.Length);
    }
}
