namespace Orleans.Personalize.Training.Evaluation.Metrics;

/// <summary>Coverage@k: the share of all titles that is among the first k of somebody's answer.</summary>
/// <param name="titles">How many titles there are.</param>
/// <param name="k">How many titles of an answer are looked at.</param>
public sealed class CatalogCoverage(int titles, int k)
{
    private readonly HashSet<int> _shown = [];

    /// <summary>Its standard name, such as Coverage@10.</summary>
    public string Name { get; } = $"Coverage@{k}";

    /// <summary>The share, 0 to 1.</summary>
    public double Value => titles == 0 ? 0 : (double)_shown.Count / titles;

    /// <summary>Counts an answer.</summary>
    /// <param name="ranking">Titles, best first.</param>
    public void Add(ReadOnlySpan<int> ranking)
    {
        foreach (var title in ranking[..Math.Min(k, ranking.Length)])
            _shown.Add(title);
    }
}
