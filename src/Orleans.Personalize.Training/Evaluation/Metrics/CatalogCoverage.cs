namespace Orleans.Personalize.Training.Evaluation.Metrics;

/// <summary>Coverage@k: the share of all titles that is among the first k of somebody's answer.</summary>
/// <param name="titles">How many titles there are.</param>
/// <param name="k">How many titles of an answer are looked at.</param>
public sealed class CatalogCoverage(int titles, int k)
{
    private const int Several = -1;

    // Who it was shown to, where that is one profile.
    private readonly Dictionary<int, int> _shownTo = [];
    private readonly HashSet<int> _profiles = [];

    /// <summary>Its standard name, such as Coverage@10.</summary>
    public string Name { get; } = $"Coverage@{k}";

    /// <summary>The share, 0 to 1.</summary>
    public double Value => titles == 0 ? 0 : (double)_shownTo.Count / titles;

    /// <summary>
    /// The share with its standard error by the jackknife over profiles, as for the number of species (J. Heltshe and N. Forrester,
    /// "Estimating Species Richness Using the Jackknife Procedure", 1983).
    /// </summary>
    public MetricValue Measured
    {
        get
        {
            double n = _profiles.Count;
            if (n < 2 || titles == 0)
                return new MetricValue(Value, 0);

            // Without a profile, the titles that are shown to it alone would be missing.
            var alone = _shownTo.Values.Where(profile => profile != Several).CountBy(profile => profile).Select(entry => (double)entry.Value).ToList();
            var mean = alone.Sum() / n;
            var squares = alone.Sum(count => (count - mean) * (count - mean)) + ((n - alone.Count) * mean * mean);
            return new MetricValue(Value, Math.Sqrt(squares * (n - 1) / n) / titles);
        }
    }

    /// <summary>Counts an answer.</summary>
    /// <param name="profile">Who was answered.</param>
    /// <param name="ranking">Titles, best first.</param>
    public void Add(int profile, ReadOnlySpan<int> ranking)
    {
        _profiles.Add(profile);
        foreach (var title in ranking[..Math.Min(k, ranking.Length)])
        {
            if (!_shownTo.TryAdd(title, profile) && _shownTo[title] != profile)
                _shownTo[title] = Several;
        }
    }
}
