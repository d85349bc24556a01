using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>
/// How well the themes of titles fit those of a history: the product of the history's faded sum of theme weights with those of each title
/// (M. Pazzani and D. Billsus, "Content-Based Recommendation Systems", 2007). Knows a title the moment it enters the catalogue.
/// </summary>
internal sealed class ContentScorer
{
    // Half of an interaction's weight is left after some 70 more.
    private const float Decay = 0.99f;

    private readonly int[] _starts;
    private readonly ThemeWeight[] _weights;

    public ContentScorer(Catalog catalog, ThemeIndex themes)
    {
        ThemeCount = themes.Themes.Length;
        _starts = new int[catalog.Count + 1];
        var weights = new List<ThemeWeight>();
        for (var title = 0; title < catalog.Count; title++)
        {
            // A theme of a single title says nothing about any other.
            foreach (var weight in themes.ThemesOf(title))
            {
                if (themes[weight.Theme].Titles.Length > 1)
                    weights.Add(weight);
            }

            _starts[title + 1] = weights.Count;
        }

        _weights = [.. weights];
    }

    /// <summary>Length of the room that <see cref="Score"/> needs.</summary>
    public int ThemeCount { get; }

    public void Score(ReadOnlySpan<Interaction> history, Span<float> taste, Span<float> scores)
    {
        taste.Clear();
        var fading = 1f;
        for (var i = history.Length - 1; i >= 0; i--, fading *= Decay)
        {
            foreach (var weight in ThemesOf(history[i].Title))
                taste[weight.Theme] += fading * history[i].Strength * weight.Weight;
        }

        Multiply(taste, scores);
    }

    /// <summary>How many themes titles share with one title, weighted: about 0 to 1.</summary>
    public void Similarity(int title, Span<float> taste, Span<float> scores)
    {
        taste.Clear();
        foreach (var weight in ThemesOf(title))
            taste[weight.Theme] += weight.Weight;
        Multiply(taste, scores);
    }

    private ReadOnlySpan<ThemeWeight> ThemesOf(int title) =>
        (uint)title < (uint)(_starts.Length - 1) ? _weights.AsSpan(_starts[title].._starts[title + 1]) : [];

    private void Multiply(ReadOnlySpan<float> taste, Span<float> scores)
    {
        for (var title = 0; title < scores.Length; title++)
        {
            var sum = 0f;
            foreach (var weight in _weights.AsSpan(_starts[title].._starts[title + 1]))
                sum += taste[weight.Theme] * weight.Weight;
            scores[title] = sum;
        }
    }
}
