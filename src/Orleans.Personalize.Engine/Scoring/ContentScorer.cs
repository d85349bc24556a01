using System.Buffers;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Similarity;
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

    // Titles whose numbers fit into 16 bits.
    private const int Block = 1 << 16;

    // A theme of so many titles, and of one in so many, is added up faster for all of them than for those that have it.
    private const int FewestCommon = 512;
    private const int CommonShare = 8;

    private readonly ThemeIndex _themes;
    private readonly int _count;

    // The weights of themes that are common, for all titles, and which theme of all is which of them; -1 for the others.
    private readonly NarrowRows _common;
    private readonly int[] _commonNumbers;
    private readonly int[] _commonThemes;

    // The other themes that several titles have, those of most titles first, and for each title those that it has of as many as can be told apart.
    private readonly int[] _listedThemes;
    private readonly ThemePanels _panels;

    // The same, block by block of titles, those that have each theme, one theme after another, by their numbers in the block; the bits of their weights in half
    // precision; and where those of each theme begin: int[blocks x themes + 1]. What takes time is reading them.
    private readonly int[] _starts;
    private readonly ushort[] _titles;
    private readonly ushort[] _weights;

    public ContentScorer(Catalog catalog, ThemeIndex themes)
    {
        _themes = themes;
        _count = catalog.Count;
        ThemeCount = themes.Themes.Length;
        _commonThemes = [.. Enumerable.Range(0, ThemeCount).Where(theme => themes[theme].Titles.Length >= Math.Max(FewestCommon, (double)_count / CommonShare))];
        _commonNumbers = NumbersOf(_commonThemes);
        _common = Common(themes);
        _listedThemes = [.. Enumerable.Range(0, ThemeCount).Where(IsListed).OrderByDescending(theme => themes[theme].Titles.Length)];
        _panels = new ThemePanels(_count, themes, NumbersOf(_listedThemes.AsSpan(0, InPanels)));
        var blocks = (_count + Block - 1) / Block;
        _starts = new int[(blocks * ThemeCount) + 1];
        for (var title = 0; title < _count; title++)
        {
            foreach (var weight in themes.ThemesOf(title))
            {
                if (IsListed(weight.Theme))
                    _starts[PlaceOf(title, weight.Theme) + 1]++;
            }
        }

        for (var place = 1; place < _starts.Length; place++)
            _starts[place] += _starts[place - 1];
        (_titles, _weights) = (new ushort[_starts[^1]], new ushort[_starts[^1]]);
        var next = _starts.AsSpan(0, _starts.Length - 1).ToArray();
        for (var title = 0; title < _count; title++)
        {
            foreach (var weight in themes.ThemesOf(title))
            {
                if (!IsListed(weight.Theme))
                    continue;
                var entry = next[PlaceOf(title, weight.Theme)]++;
                (_titles[entry], _weights[entry]) = ((ushort)(title % Block), BitConverter.HalfToUInt16Bits((Half)weight.Weight));
            }
        }
    }

    private int InPanels => Math.Min(_listedThemes.Length, ThemePanels.MostThemes);

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

        AddAll(taste, sums);
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
        Span<float> common = stackalloc float[_commonThemes.Length];
        common.Clear();
        foreach (var weight in _themes.ThemesOf(title))
        {
            if (_commonNumbers[weight.Theme] is >= 0 and var number)
                common[number] = factor * weight.Weight;
            else
                AddTheme(weight.Theme, factor * weight.Weight, sums);
        }

        AddCommon(common, sums);
    }

    // Title by title: a history is concerned with more themes than one title has.
    private void AddAll(ReadOnlySpan<float> taste, Span<float> sums)
    {
        Span<float> common = stackalloc float[_commonThemes.Length];
        var rented = ArrayPool<float>.Shared.Rent(InPanels);
        var likings = rented.AsSpan(0, InPanels);
        for (var number = 0; number < common.Length; number++)
            common[number] = taste[_commonThemes[number]];
        var listed = _listedThemes.AsSpan();
        for (var place = 0; place < likings.Length; place++)
            likings[place] = taste[listed[place]];
        foreach (var theme in listed[likings.Length..])
        {
            if (taste[theme] != 0)
                AddTheme(theme, taste[theme], sums);
        }

        _panels.Add(likings, sums);
        AddCommon(common, sums);
        ArrayPool<float>.Shared.Return(rented);
    }

    private void AddCommon(ReadOnlySpan<float> common, Span<float> sums)
    {
        for (var start = 0; start < _count; start += NarrowRows.Block)
            _common.Add(common, start, sums[start..Math.Min(start + NarrowRows.Block, _count)]);
    }

    private void AddTheme(int theme, float liking, Span<float> sums)
    {
        for (var first = 0; first < _count; first += Block)
            AddTheme(theme, liking, first, sums);
    }

    private void AddTheme(int theme, float liking, int first, Span<float> sums)
    {
        var place = PlaceOf(first, theme);
        var entries = _starts[place].._starts[place + 1];
        SparseRow.Add(_titles.AsSpan(entries), _weights.AsSpan(entries), liking, sums.Slice(first, Math.Min(Block, _count - first)));
    }

    // A theme of a single title says nothing about any other.
    private bool IsListed(int theme) => _commonNumbers[theme] < 0 && _themes[theme].Titles.Length > 1;

    // The place of each theme among some; -1 for all others.
    private int[] NumbersOf(ReadOnlySpan<int> themes)
    {
        var numbers = new int[ThemeCount];
        Array.Fill(numbers, -1);
        for (var number = 0; number < themes.Length; number++)
            numbers[themes[number]] = number;
        return numbers;
    }

    private int PlaceOf(int title, int theme) => (title / Block * ThemeCount) + theme;

    private NarrowRows Common(ThemeIndex themes)
    {
        var rows = new NarrowRows(_commonThemes.Length, _count);
        var weights = new float[_count];
        foreach (var theme in _commonThemes)
        {
            Array.Clear(weights);
            foreach (var title in themes[theme].Titles)
            {
                foreach (var weight in themes.ThemesOf(title))
                {
                    if (weight.Theme == theme)
                        weights[title] = weight.Weight;
                }
            }

            rows.Set(_commonNumbers[theme], weights);
        }

        return rows;
    }
}
