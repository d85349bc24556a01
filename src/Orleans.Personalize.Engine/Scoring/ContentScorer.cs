using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>
/// How well the themes of titles fit those of a history: the product of the history's faded sum of theme weights with those of each title
/// (M. Pazzani and D. Billsus, "Content-Based Recommendation Systems", 2007). Knows a title the moment it enters the catalogue.
/// </summary>
internal sealed class ContentScorer : IHistoryRows
{
    // Half of an interaction's weight is left after some 70 more.
    private const float Fading = 0.99f;

    private readonly ThemeIndex _themes;
    private readonly int _count;

    // The titles that have each theme, one theme after another, and where those of a theme begin.
    private readonly int[] _starts;
    private readonly int[] _titles;
    private readonly float[] _weights;

    public ContentScorer(Catalog catalog, ThemeIndex themes)
    {
        _themes = themes;
        _count = catalog.Count;
        ThemeCount = themes.Themes.Length;
        _starts = new int[ThemeCount + 1];
        for (var theme = 0; theme < ThemeCount; theme++)
        {
            // A theme of a single title says nothing about any other.
            var titles = themes[theme].Titles.Length;
            _starts[theme + 1] = _starts[theme] + (titles > 1 ? titles : 0);
        }

        _titles = new int[_starts[^1]];
        _weights = new float[_starts[^1]];
        var next = _starts.AsSpan(0, ThemeCount).ToArray();
        for (var title = 0; title < catalog.Count; title++)
        {
            foreach (var weight in themes.ThemesOf(title))
            {
                if (_starts[weight.Theme] == _starts[weight.Theme + 1])
                    continue;
                var place = next[weight.Theme]++;
                (_titles[place], _weights[place]) = (title, weight.Weight);
            }
        }
    }

    /// <summary>How many themes the catalogue has.</summary>
    public int ThemeCount { get; }

    /// <inheritdoc/>
    public double Decay => Fading;

    /// <inheritdoc/>
    public int Reach => int.MaxValue;

    /// <inheritdoc/>
    public int Length => _count;

    /// <inheritdoc/>
    public bool Counts(in Interaction interaction) => interaction.Strength != 0 && !_themes.ThemesOf(interaction.Title).IsEmpty;

    /// <inheritdoc/>
    public void AddAll(ReadOnlySpan<Interaction> history, Span<float> sums)
    {
        var rented = ArrayPool<float>.Shared.Rent(ThemeCount);
        var taste = rented.AsSpan(0, ThemeCount);
        taste.Clear();
        var fading = 1f;
        for (var i = history.Length - 1; i >= 0; i--, fading *= Fading)
        {
            foreach (var weight in _themes.ThemesOf(history[i].Title))
                taste[weight.Theme] += fading * history[i].Strength * weight.Weight;
        }

        // Theme by theme: most themes are of no concern to one history, and those that are have long lists.
        for (var theme = 0; theme < taste.Length; theme++)
        {
            if (taste[theme] != 0)
                AddTheme(theme, taste[theme], sums);
        }

        ArrayPool<float>.Shared.Return(rented);
    }

    /// <inheritdoc/>
    public void Add(in Interaction interaction, float weight, Span<float> sums) => AddThemesOf(interaction.Title, weight * interaction.Strength, sums);

    /// <summary>How many themes titles share with one title, weighted: about 0 to 1.</summary>
    public void Similarity(int title, Span<float> scores)
    {
        scores.Clear();
        AddThemesOf(title, 1, scores);
    }

    private void AddThemesOf(int title, float factor, Span<float> sums)
    {
        foreach (var weight in _themes.ThemesOf(title))
            AddTheme(weight.Theme, factor * weight.Weight, sums);
    }

    private void AddTheme(int theme, float liking, Span<float> sums)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sums.Length, _count, nameof(sums));
        var titles = _titles.AsSpan(_starts[theme].._starts[theme + 1]);
        var weights = _weights.AsSpan(_starts[theme], titles.Length);
        ref var sum = ref MemoryMarshal.GetReference(sums);
        for (var i = 0; i < titles.Length; i++)
            Unsafe.Add(ref sum, titles[i]) += liking * weights[i];
    }
}
