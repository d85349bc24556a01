using System.Collections.Immutable;
using Orleans.Personalize.Engine.Encoding;
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
        _marksOf = new List<int>[catalog.Count];
        for (var mark = 0; mark < Marks.Length; mark++)
        {
            foreach (var title in Marks[mark].Themes.SelectMany(theme => theme.Titles).Distinct()) (_marksOf[title] ??= []).Add(mark);
        }

        MicroGenres = [.. genres.SelectMany(OfGenre).OrderByDescending(row => row.Titles.Length).ThenBy(row => row.Id.Value, StringComparer.Ordinal).Take(Most)];
        _marksOf = [];
        _byKey = MicroGenres.DistinctBy(row => ProfileKeys.Of(row.Id.Value)).ToDictionary(row => ProfileKeys.Of(row.Id.Value));
    }

    /// <summary>What sets titles apart, by kind.</summary>
    public ImmutableArray<Mark> Marks { get; }

    /// <summary>The rows, those of most titles first.</summary>
    public ImmutableArray<MicroGenre> MicroGenres { get; }

    /// <summary>The row of an id as profiles remember it; null where there is none.</summary>
    public MicroGenre? Find(ulong key) => _byKey.GetValueOrDefault(key);

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

    private IEnumerable<MicroGenre> OfGenre(Theme genre)
    {
        var all = Gather([.. genre.Titles]);
        foreach (var row in RowsOf(genre, all, kind: null, genre.Titles.Length)) yield return row;
        foreach (var kind in (TitleKind[])[TitleKind.Film, TitleKind.Series])
        {
            int[] titles = [.. genre.Titles.Where(title => _catalog[title]!.Kind == kind)];
            if (titles.Length < _fewest || titles.Length > Nearly * genre.Titles.Length) continue;
            foreach (var row in RowsOf(genre, Gather(titles), kind, titles.Length))
            {
                if (row.Titles.Length <= Nearly * all[KeyOf(row.Marks)].Count) yield return row;
            }
        }
    }

    // The titles of every combination of marks that some title has.
    private Dictionary<long, List<int>> Gather(int[] titles)
    {
        var found = new Dictionary<long, List<int>>();
        foreach (var title in titles)
        {
            if (_marksOf[title] is not { } marks) continue;
            foreach (var first in marks)
            {
                Add(found, title, first);
                foreach (var second in marks)
                {
                    if (!GoTogether(first, second)) continue;
                    Add(found, title, first, second);
                    foreach (var third in marks)
                    {
                        if (AreThree(first, second, third)) Add(found, title, first, second, third);
                    }
                }
            }
        }

        return found;
    }

    private bool GoTogether(int first, int second) => (Marks[first].Kind, Marks[second].Kind) is
        (MarkKind.Mood, MarkKind.Region or MarkKind.Trait or MarkKind.Decade) or (MarkKind.Region, MarkKind.Trait);

    private bool AreThree(int first, int second, int third) =>
        (Marks[first].Kind, Marks[second].Kind, Marks[third].Kind) is (MarkKind.Mood, MarkKind.Region, MarkKind.Trait);

    private IEnumerable<MicroGenre> RowsOf(Theme genre, Dictionary<long, List<int>> found, TitleKind? kind, int size)
    {
        foreach (var (key, titles) in found)
        {
            if (titles.Count < _fewest) continue;
            var marks = MarksIn(key);
            if (Array.TrueForAll(marks, mark => titles.Count <= Nearly * Without(mark)))
                yield return Write(genre, marks, kind, [.. titles]);

            int Without(int mark) => marks.Length == 1 ? size : found[KeyOf(Array.FindAll(marks, other => other != mark))].Count;
        }
    }

    private MicroGenre Write(Theme genre, int[] marks, TitleKind? kind, int[] titles)
    {
        var first = _catalog[titles[0]]!.Kind;
        TitleKind? common = Array.TrueForAll(titles, title => _catalog[title]!.Kind == first) ? first : null;
        var id = $"mix:{NameIn(genre.Key)}+{string.Join('+', marks.Select(mark => Marks[mark].Key))}{(kind is { } only ? $"+{only.ToString().ToLowerInvariant()}" : null)}";
        return new MicroGenre(
            genre,
            marks,
            new RowId(id.Length <= RowId.MaxLength ? id : $"mix:{StableHash64.Of(id):x16}"),
            Headings.Of(genre.Name, common, kind is not null, marks.Select(mark => Marks[mark])),
            titles);
    }

    private static void Add(Dictionary<long, List<int>> found, int title, params ReadOnlySpan<int> marks)
    {
        var key = KeyOf(marks);
        if (!found.TryGetValue(key, out var titles)) found.Add(key, titles = []);
        titles.Add(title);
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
}
