namespace Orleans.Personalize.Training.Evaluation.Metrics;

/// <summary>
/// NDCG@k with gain 1 for every held-out title: the sum of 1 / log2(1 + rank) over those among the first k, of what it could be at best
/// (K. Järvelin and J. Kekäläinen, "Cumulated Gain-Based Evaluation of IR Techniques", 2002).
/// </summary>
/// <param name="k">How many titles are looked at.</param>
public sealed class DiscountedGain(int k) : IRankingMetric
{
    /// <inheritdoc/>
    public string Name { get; } = $"NDCG@{k}";

    /// <inheritdoc/>
    public double Of(ReadOnlySpan<double> ranks)
    {
        var (gain, best) = (0.0, 0.0);
        for (var i = 0; i < ranks.Length; i++)
        {
            if (ranks[i] <= k)
                gain += 1 / Math.Log2(1 + ranks[i]);
            if (i < k)
                best += 1 / Math.Log2(2 + i);
        }

        return gain / best;
    }
}
