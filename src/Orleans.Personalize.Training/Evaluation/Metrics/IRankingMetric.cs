namespace Orleans.Personalize.Training.Evaluation.Metrics;

/// <summary>A figure of one answer, from the ranks that the held-out titles got.</summary>
public interface IRankingMetric
{
    /// <summary>Its standard name, such as NDCG@10.</summary>
    string Name { get; }

    /// <summary>The figure of one answer, 0 to 1.</summary>
    /// <param name="ranks">Rank of each held-out title, 1 is best, ties at their average; at least one.</param>
    double Of(ReadOnlySpan<double> ranks);
}
