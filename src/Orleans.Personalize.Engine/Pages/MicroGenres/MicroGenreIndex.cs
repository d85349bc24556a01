using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Orleans.Personalize.Engine.Encoding;
using Orleans.Personalize.Engine.Pages.Eligibility;
using Orleans.Personalize.Engine.Pages.Rows;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Pages.MicroGenres;

/// <summary>
/// All micro-genres of a catalogue that hold enough titles: a genre with a mood, a region, a trait or a decade, with a mood and one of the
/// others, with a region and a trait, or with mood, region and trait; of films and series together or apart. Made once for a catalogue.
/// </summary>
internal sealed class MicroGenreIndex
{
    // A mark that leaves nearly all titles in says nothing, and neither does a region that is nearly all one country.
    private const double Nearly = 0.8;

    private const int Most = 4096;

    private readonly Catalog _catalog;
    private readonly int _fewest;
    private readonly List<int>[] _marksOf;
    private readonly Dictionary<ulong, MicroGenre> _byKey;

    /// <summary>Finds them.</summary>
    /// <param name="catalog">The titles.</param>
    /// <param name="themes">The catalogue's themes.</param>
    /// <param name="genres">The genres that make rows.</param>
    /// <param name="fewest">The fewest titles of a micro-genre.</param>
    public MicroGenreIndex(Catalog catalog, ThemeIndex themes, ImmutableArray<Theme> genres, int fewest)
    {
        (_catalog, _fewest) = (catalog, fewest);
        Marks = [.. MarksOf(themes, fewest)];
        HasFinerMarks = Marks.Any(mark => mark.Kind != MarkKind.Decade);
        _marksOf = new List<int>[catalog.Count];
        for (var mark = 0; mark < Marks.Length; mark++)
        {
            foreach (var title in Marks[mark].Themes.SelectMany(theme => theme.Titles).Distinct()) (_marksOf[title] ??= []).Add(mark);
        }

        var candidates = genres.SelectMany(OfGenre).OrderByDescending(candidate => candidate.Titles.Count).ToArray();
        var fewestOfMost = candidates.Length > Most ? candidates[Most - 1].Titles.Count : 0;
        MicroGenres =
        [
            .. candidates.TakeWhile(candidate => candidate.Titles.Count >= fewestOfMost).Select(candidate => Write(candidate, genres.IndexOf(candidate.Genre)))
                .OrderByDescending(row => row.Titles.Length).ThenBy(row => row.Id.Value, StringComparer.Ordinal).Take(Most),
        ];
        _marksOf = [];
        Genres = genres;
        All = TitleSet.Upto(MicroGenres.Length);
        Outlines = [.. MicroGenres.Select(OutlineOf)];
        _byKey = MicroGenres.DistinctBy(row => ProfileKeys.Of(row.Id.Value)).ToDictionary(row => ProfileKeys.Of(row.Id.Value));
    }

    /// <summary>What sets titles apart, by kind.</summary>
    public ImmutableArray<Mark> Marks { get; }

    /// <summary>Whether the catalogue says more of its titles than when they were made.</summary>
    public bool HasFinerMarks { get; }

    /// <summary>The genres that make rows.</summary>
    public ImmutableArray<Theme> Genres { get; }

    /// <summary>The rows, those of most titles first.</summary>
    public ImmutableArray<MicroGenre> MicroGenres { get; }

    /// <summary>The numbers of all rows.</summary>
    public TitleSet All { get; }

    /// <summary>What each row is made from: all are looked through for every page.</summary>
    public ImmutableArray<Outline> Outlines { get; }

    /// <summary>How many places <see cref="Outlines"/> name: first that of nothing, then those of <see cref="Marks"/> and of <see cref="Genres"/>.</summary>
    public int Places => 1 + Marks.Length + Genres.Length;

    /// <summary>The place of a mark.</summary>
    public static int PlaceOfMark(int mark) => 1 + mark;

    /// <summary>The place of a genre.</summary>
    public int PlaceOfGenre(int genre) => 1 + Marks.Length + genre;

    /// <summary>The row of an id as profiles remember it; null where there is none.</summary>
    public MicroGenre? Find(ulong key) => _byKey.GetValueOrDefault(key);

    private Outline OutlineOf(MicroGenre row)
    {
        var marks = row.Marks;
        return new Outline(
            (ushort)PlaceOfGenre(Genres.IndexOf(row.Genre)), Place(0), Place(1), Place(2), (ushort)marks.Length);

        ushort Place(int mark) => (ushort)(mark < marks.Length ? PlaceOfMark(marks[mark]) : 0);
    }

    private static IEnumerable<Mark> MarksOf(ThemeIndex themes, int fewest)
    {
        var frequent = themes.Themes.Where(theme => theme.Titles.Length >= fewest).ToArray();
        var tags = frequent.Where(theme => theme.Kind == ThemeKind.Tag).ToArray();
        var countries = themes.Themes.Where(theme => theme.Kind == ThemeKind.Country).ToDictionary(theme => theme.Name, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. tags.Where(theme => MoodWords.Contains(theme.Name)).Select(theme => new Mark(MarkKind.Mood, theme.Name, NameIn(theme.Key), [theme])),
            .. frequent.Where(theme => theme.Kind == ThemeKind.Country && RegionWords.Countries.ContainsKey(theme.Name))
                .Select(theme => new Mark(MarkKind.Region, RegionWords.Countries[theme.Name], NameIn(theme.Key), [theme])),
            .. RegionWords.Groups.Select(group => GroupOf(group.Adjective, [.. group.Countries.Where(countries.ContainsKey).Select(code => countries[code])]))
                .OfType<Mark>()
                // Without Finland and Iceland the Nordic countries are Scandinavia.
                .DistinctBy(mark => string.Join('+', mark.Themes.Select(theme => theme.Key))),
            .. tags.Where(theme => TraitWords.Of(theme.Name) is not null)
                .Select(theme => new Mark(MarkKind.Trait, TraitWords.Of(theme.Name)!, NameIn(theme.Key), [theme])),
            .. frequent.Where(theme => theme.Kind == ThemeKind.Decade).Select(theme => new Mark(MarkKind.Decade, $"from the {theme.Name}", NameIn(theme.Key), [theme])),
        ];
    }

    private static Mark? GroupOf(string adjective, Theme[] countries)
    {
        var all = countries.Sum(theme => theme.Titles.Length);
        return all == 0 || countries.Max(theme => theme.Titles.Length) > Nearly * all
            ? null
            : new Mark(MarkKind.Region, adjective, adjective.ToLowerInvariant().Replace(' ', '-'), countries);
    }

    private IEnumerable<Candidate> OfGenre(Theme genre)
    {
        var all = Gather(genre.Titles.AsSpan());
        foreach (var row in RowsOf(genre, all, kind: null, genre.Titles.Length)) yield return row;
        foreach (var kind in (TitleKind[])[TitleKind.Film, TitleKind.Series])
        {
            var size = genre.Titles.Count(title => _catalog[title]!.Kind == kind);
            if (size < _fewest || size > Nearly * genre.Titles.Length) continue;
            foreach (var row in RowsOf(genre, Only(kind, all), kind, size))
            {
                if (row.Titles.Count <= Nearly * all[row.Key].Count) yield return row;
            }
        }
    }

    // The titles of every combination of marks that enough of them have. Counted before they are gathered: most combinations have too few.
    private Dictionary<long, List<int>> Gather(ReadOnlySpan<int> titles)
    {
        var counts = new Dictionary<long, int>();
        var keys = new List<long>();
        foreach (var title in titles)
        {
            keys.Clear();
            AddCombinations(title, keys);
            foreach (var key in keys) CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
        }

        var found = counts.Where(count => count.Value >= _fewest).ToDictionary(count => count.Key, count => new List<int>(count.Value));
        foreach (var title in titles)
        {
            keys.Clear();
            AddCombinations(title, keys);
            foreach (var key in keys)
            {
                if (found.TryGetValue(key, out var having)) having.Add(title);
            }
        }

        return found;
    }

    private void AddCombinations(int title, List<long> keys)
    {
        if (_marksOf[title] is not { } marks) return;
        foreach (var first in marks)
        {
            keys.Add(KeyOf([first]));
            foreach (var second in marks)
            {
                if (!GoTogether(first, second)) continue;
                keys.Add(KeyOf([first, second]));
                foreach (var third in marks)
                {
                    if (AreThree(first, second, third)) keys.Add(KeyOf([first, second, third]));
                }
            }
        }
    }

    private Dictionary<long, List<int>> Only(TitleKind kind, Dictionary<long, List<int>> all)
    {
        var found = new Dictionary<long, List<int>>(all.Count);
        foreach (var (key, titles) in all)
        {
            var some = titles.FindAll(title => _catalog[title]!.Kind == kind);
            if (some.Count >= _fewest) found.Add(key, some);
        }

        return found;
    }

    private bool GoTogether(int first, int second) => (Marks[first].Kind, Marks[second].Kind) is
        (MarkKind.Mood, MarkKind.Region or MarkKind.Trait or MarkKind.Decade) or (MarkKind.Region, MarkKind.Trait);

    private bool AreThree(int first, int second, int third) =>
        (Marks[first].Kind, Marks[second].Kind, Marks[third].Kind) is (MarkKind.Mood, MarkKind.Region, MarkKind.Trait);

    private static IEnumerable<Candidate> RowsOf(Theme genre, Dictionary<long, List<int>> found, TitleKind? kind, int size)
    {
        foreach (var (key, titles) in found)
        {
            var marks = MarksIn(key);
            if (Array.TrueForAll(marks, mark => titles.Count <= Nearly * Without(mark)))
                yield return new Candidate(genre, key, kind, titles);

            int Without(int mark) => marks.Length == 1 ? size : found[KeyOf(Array.FindAll(marks, other => other != mark))].Count;
        }
    }

    private MicroGenre Write(Candidate candidate, int genrePlace)
    {
        var (genre, kind, marks) = (candidate.Genre, candidate.Kind, MarksIn(candidate.Key));
        int[] titles = [.. candidate.Titles];
        var first = _catalog[titles[0]]!.Kind;
        TitleKind? common = Array.TrueForAll(titles, title => _catalog[title]!.Kind == first) ? first : null;
        var id = $"mix:{NameIn(genre.Key)}+{string.Join('+', marks.Select(mark => Marks[mark].Key))}{(kind is { } only ? $"+{only.ToString().ToLowerInvariant()}" : null)}";
        return new MicroGenre(
            genre,
            marks,
            new RowId(id.Length <= RowId.MaxLength ? id : $"mix:{StableHash64.Of(id):x16}"),
            Headings.Of(genre.Name, common, kind is not null, marks.Select(mark => Marks[mark])),
            titles,
            TitleSet.OfLarge(titles, _catalog.Count),
            RowSubjects.OfMicroGenre(genrePlace, marks));
    }

    // Marks are kept in ascending order, 20 bits each, counted from 1.
    private static long KeyOf(ReadOnlySpan<int> marks)
    {
        var key = 0L;
        foreach (var mark in marks) key = (key << 20) | (uint)(mark + 1);
        return key;
    }

    private static int[] MarksIn(long key)
    {
        var marks = new List<int>(3);
        for (; key != 0; key >>= 20) marks.Insert(0, (int)(key & 0xFFFFF) - 1);
        return [.. marks];
    }

    private static string NameIn(string key) => key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private readonly record struct Candidate(Theme Genre, long Key, TitleKind? Kind, List<int> Titles);
}
