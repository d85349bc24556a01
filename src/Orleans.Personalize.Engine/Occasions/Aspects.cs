using System.Collections.Immutable;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Occasions;

/// <summary>
/// What of titles may suit one occasion and not another: genres, tags and how long they take. Made once for a catalogue; immutable.
/// </summary>
internal sealed class Aspects
{
    // A rarer tag is seldom played on any occasion, and says nothing there.
    private const int FewestTagged = 8;

    // What the tags of a title, and how long it takes, count of what its genres do.
    private const float TagShare = 0.5f;
    private const float LengthShare = 0.75f;

    // Classes of length that are short.
    private const int ShortLengths = 2;

    // Upper ends of the classes of length but the last, in minutes.
    private static readonly double[] LengthBounds = [20, 40, 75, 110];

    private readonly int[] _ofTheme;
    private readonly int[] _titleStarts;
    private readonly (int Aspect, float Weight)[] _ofTitle;
    private readonly int[] _aspectStarts;
    private readonly (int Title, float Weight)[] _ofAspect;

    public Aspects(Catalog catalog, ThemeIndex themes)
    {
        _ofTheme = new int[themes.Themes.Length];
        var kept = ImmutableArray.CreateBuilder<Theme?>();
        foreach (var theme in themes.Themes)
        {
            var isKept = theme.Kind == ThemeKind.Genre ? theme.Titles.Length > 1 : theme.Kind == ThemeKind.Tag && theme.Titles.Length >= FewestTagged;
            _ofTheme[theme.Index] = isKept ? kept.Count : -1;
            if (isKept)
                kept.Add(theme);
        }

        for (var length = 0; length <= LengthBounds.Length; length++)
            kept.Add(null);
        Themes = kept.ToImmutable();
        _titleStarts = new int[catalog.Count + 1];
        var found = new List<(int Aspect, float Weight)>(catalog.Count * 6);
        for (var title = 0; title < catalog.Count; title++)
        {
            AddThemes(themes, title, ThemeKind.Genre, 1, found);
            AddThemes(themes, title, ThemeKind.Tag, TagShare, found);
            if (MinutesOf(catalog[title]) is { } minutes)
                found.Add((kept.Count - 1 - LengthBounds.Count(bound => minutes < bound), LengthShare));
            _titleStarts[title + 1] = found.Count;
        }

        _ofTitle = [.. found];
        (_aspectStarts, _ofAspect) = Turned();
    }

    /// <summary>The theme that each aspect is; null where it is a class of length.</summary>
    public ImmutableArray<Theme?> Themes { get; }

    /// <summary>How many aspects there are.</summary>
    public int Count => Themes.Length;

    /// <summary>The aspect that a theme is; -1 where it is none.</summary>
    public int AspectOf(int theme) => _ofTheme[theme];

    /// <summary>Whether an aspect is to be one of the shorter titles, under forty minutes.</summary>
    public bool IsShort(int aspect) => aspect >= Count - 1 - LengthBounds.Length && aspect < Count - 1 - LengthBounds.Length + ShortLengths;

    /// <summary>The aspects of a title and what each counts.</summary>
    public ReadOnlySpan<(int Aspect, float Weight)> Of(int title) =>
        (uint)title < (uint)(_titleStarts.Length - 1) ? _ofTitle.AsSpan(_titleStarts[title].._titleStarts[title + 1]) : [];

    /// <summary>The titles of an aspect and what it counts for each.</summary>
    public ReadOnlySpan<(int Title, float Weight)> TitlesOf(int aspect) => _ofAspect.AsSpan(_aspectStarts[aspect].._aspectStarts[aspect + 1]);

    // Episodes of a series are watched one at a time.
    private static double? MinutesOf(Title? title) =>
        title is { RuntimeMinutes: { } minutes } ? minutes
        : title is { Episodes.IsDefaultOrEmpty: false } ? title.Episodes.Average(episode => episode.RuntimeMinutes)
        : null;

    private void AddThemes(ThemeIndex themes, int title, ThemeKind kind, float share, List<(int Aspect, float Weight)> found)
    {
        var first = found.Count;
        foreach (var weight in themes.ThemesOf(title))
        {
            if (themes[weight.Theme].Kind == kind && _ofTheme[weight.Theme] >= 0)
                found.Add((_ofTheme[weight.Theme], 0));
        }

        for (var i = first; i < found.Count; i++)
            found[i] = found[i] with { Weight = share / (found.Count - first) };
    }

    private (int[] Starts, (int Title, float Weight)[] OfAspect) Turned()
    {
        var starts = new int[Count + 1];
        foreach (var (aspect, _) in _ofTitle)
            starts[aspect + 1]++;
        for (var aspect = 0; aspect < Count; aspect++)
            starts[aspect + 1] += starts[aspect];
        var next = starts.AsSpan(0, Count).ToArray();
        var turned = new (int Title, float Weight)[_ofTitle.Length];
        for (var title = 0; title < _titleStarts.Length - 1; title++)
        {
            foreach (var (aspect, weight) in Of(title))
                turned[next[aspect]++] = (title, weight);
        }

        return (starts, turned);
    }
}
