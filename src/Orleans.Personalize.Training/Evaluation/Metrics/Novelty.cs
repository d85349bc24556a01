namespace Orleans.Personalize.Training.Evaluation.Metrics;

/// <summary>
/// Novelty@k: mean self-information of the first k titles, -log2 of the share of profiles that played them (T. Zhou et al., "Solving the
/// Apparent Diversity-Accuracy Dilemma of Recommender Systems", 2010). 0 bits for what everybody knows.
/// </summary>
public sealed class Novelty
{
    private readonly int _k;
    private readonly double[] _bits;
    private readonly ClusteredMean _mean = new();

    /// <summary>Counts who played what.</summary>
    /// <param name="plays">How many profiles played each title; a title that nobody played counts as played by half a profile.</param>
    /// <param name="profiles">How many profiles there are.</param>
    /// <param name="k">How many titles of an answer are looked at.</param>
    public Novelty(ReadOnlySpan<int> plays, int profiles, int k)
    {
        _k = k;
        _bits = new double[plays.Length];
        for (var title = 0; title < plays.Length; title++)
            _bits[title] = -Math.Log2(Math.Min(1, Math.Max(0.5, plays[title]) / Math.Max(1, profiles)));
    }

    /// <summary>Its name, such as Novelty@10.</summary>
    public string Name => $"Novelty@{_k}";

    /// <summary>The mean over answers, in bits.</summary>
    public MetricValue Value => _mean.Value;

    /// <summary>Counts an answer.</summary>
    /// <param name="profile">Who was answered.</param>
    /// <param name="ranking">Titles, best first.</param>
    public void Add(int profile, ReadOnlySpan<int> ranking)
    {
        var sum = 0.0;
        ranking = ranking[..Math.Min(_k, ranking.Length)];
        foreach (var title in ranking)
            sum += _bits[title];
        if (!ranking.IsEmpty)
            _mean.Add(profile, sum / ranking.Length);
    }
}
