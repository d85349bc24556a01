namespace Orleans.Personalize.Training.Evaluation.Metrics;

/// <summary>
/// Diversity@k: mean distance of two titles among the first k (C.-N. Ziegler et al., "Improving Recommendation Lists Through Topic
/// Diversification", 2005), where the distance is the share of their genres that they do not have in common (Jaccard). 0 to 1.
/// </summary>
/// <param name="genres">The genres of each title, as numbers, ascending.</param>
/// <param name="k">How many titles of an answer are looked at.</param>
public sealed class ListDiversity(int[][] genres, int k)
{
    private readonly ClusteredMean _mean = new();

    /// <summary>Its name, such as Diversity@10.</summary>
    public string Name { get; } = $"Diversity@{k}";

    /// <summary>The mean over answers.</summary>
    public MetricValue Value => _mean.Value;

    /// <summary>Counts an answer; one of fewer than two titles says nothing.</summary>
    /// <param name="profile">Who was answered.</param>
    /// <param name="ranking">Titles, best first.</param>
    public void Add(int profile, ReadOnlySpan<int> ranking)
    {
        var (sum, pairs) = (0.0, 0);
        for (var i = 0; i < Math.Min(k, ranking.Length); i++)
        {
            for (var j = 0; j < i; j++, pairs++)
                sum += Distance(genres[ranking[i]], genres[ranking[j]]);
        }

        if (pairs > 0)
            _mean.Add(profile, sum / pairs);
    }

    private static double Distance(int[] one, int[] other)
    {
        var (i, j, common) = (0, 0, 0);
        while (i < one.Length && j < other.Length)
        {
            var difference = one[i] - other[j];
            common += difference == 0 ? 1 : 0;
            i += difference <= 0 ? 1 : 0;
            j += difference >= 0 ? 1 : 0;
        }

        var all = one.Length + other.Length - common;
        return all == 0 ? 1 : 1 - ((double)common / all);
    }
}
