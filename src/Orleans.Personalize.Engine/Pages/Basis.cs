using System.Collections.Concurrent;
using System.Collections.Immutable;
using Orleans.Personalize.Engine.Communities;
using Orleans.Personalize.Engine.Filters;
using Orleans.Personalize.Engine.Occasions;
using Orleans.Personalize.Engine.Pages.Cards;
using Orleans.Personalize.Engine.Pages.Eligibility;
using Orleans.Personalize.Engine.Pages.MicroGenres;
using Orleans.Personalize.Engine.Pages.Rows;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Search;
using Orleans.Personalize.Engine.Survey;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Engine.Pages;

/// <summary>What all answers of one engine share, worked out once from catalogue and model.</summary>
internal sealed class Basis
{
    private static readonly IRowSource[] BuiltInRows =
    [
        new ContinueWatchingSource(),
        new TopPicksSource(),
        new MyListSource(),
        new TrendingSource(),
        new TopInCountrySource(),
        new CommunitySource(),
        new NewArrivalsSource(),
        new BecauseYouWatchedSource(),
        new FromSearchSource(),
        new GenreSource(),
        new MicroGenreSource(),
        new PersonSource(),
        new HiddenGemsSource(),
        new ExploreSource(),
        new WatchAgainSource(),
    ];

    // Those of everybody and of the countries that most answers are for.
    private const int OrdersKept = 16;

    private readonly ConcurrentDictionary<object, object> _prepared = new(ReferenceEqualityComparer.Instance);
    private readonly PlaysOrder?[] _orders = new PlaysOrder?[OrdersKept];
    private PopulationLifts? _population;
    private int _ordersMade;

    /// <summary>Works it out.</summary>
    public Basis(TitleScorer scorer, ThemeIndex themes, PageOptions options, SearchBasis search, EngineExtensions extensions)
    {
        if (options.MinimumTitles < 1 || Array.Exists(Enum.GetValues<DeviceKind>(), device => options.ShapeOf(device) is not { Columns: >= 1, Rows: >= 1 }))
            throw new ArgumentOutOfRangeException(nameof(options), options, "a page needs rows, columns and titles");
        var catalog = scorer.Catalog;
        Catalog = catalog;
        Scorer = scorer;
        Themes = themes;
        Options = options;
        Search = search;
        SearchMemo = new SearchMemo(search);
        Filters = [.. extensions.Filters];
        Eligibility = new EligibilityIndex(catalog, Filters);
        Rows = [.. BuiltInRows, .. extensions.Rows.Select(source => new CheckedSource(source))];
        ScoresBesides = Distinct(extensions.Scores);
        Selections = new SelectionSets(catalog);
        Arrivals = new Arrivals(catalog);
        RowThemes = new RowThemes(themes, catalog.Count, options.MinimumTitles);
        MicroGenres = new MicroGenreIndex(catalog, themes, RowThemes.Genres, 2 * options.MinimumTitles);
        Communities = scorer.Communities;
        Neighbours = new NeighbourIndex(scorer);
        Reasons = new Reasons(themes, catalog.Count);
        Survey = new SurveyTitles(scorer);
        Labels = new Labels(catalog);
        Artworks = new ArtworkChoice(catalog, themes);
        Aspects = new Aspects(catalog, themes);
        Sums = new HistorySumsPool(scorer.Kept);
        Workspaces = new Workspace.Pool(catalog.Count, themes.Themes.Length, Artworks.Features.Length, Aspects);
    }

    /// <summary>The titles.</summary>
    public Catalog Catalog { get; }

    /// <summary>Scores them.</summary>
    public TitleScorer Scorer { get; }

    /// <summary>What they have in common.</summary>
    public ThemeIndex Themes { get; }

    /// <summary>How pages are composed.</summary>
    public PageOptions Options { get; }

    /// <summary>Finds titles by words.</summary>
    public SearchBasis Search { get; }

    /// <summary>What recent searches found.</summary>
    public SearchMemo SearchMemo { get; }

    /// <summary>What proposes rows: the built-in kinds and those of the service.</summary>
    public ImmutableArray<IRowSource> Rows { get; }

    /// <summary>The parts of the score that the service adds.</summary>
    public ImmutableArray<IScoreSource> ScoresBesides { get; }

    /// <summary>What the service allows.</summary>
    public ImmutableArray<ITitleFilter> Filters { get; }

    /// <summary>Which titles may be shown.</summary>
    public EligibilityIndex Eligibility { get; }

    /// <summary>What callers select.</summary>
    public SelectionSets Selections { get; }

    /// <summary>The titles by the time they came.</summary>
    public Arrivals Arrivals { get; }

    /// <summary>Themes that make rows.</summary>
    public RowThemes RowThemes { get; }

    /// <summary>Micro-genres.</summary>
    public MicroGenreIndex MicroGenres { get; }

    /// <summary>Taste communities.</summary>
    public CommunityIndex Communities { get; }

    /// <summary>Similar titles.</summary>
    public NeighbourIndex Neighbours { get; }

    /// <summary>What a taste survey may ask about.</summary>
    public SurveyTitles Survey { get; }

    /// <summary>Words for reasons.</summary>
    public Reasons Reasons { get; }

    /// <summary>Words on cards.</summary>
    public Labels Labels { get; }

    /// <summary>Pictures on cards.</summary>
    public ArtworkChoice Artworks { get; }

    /// <summary>What of titles may suit an occasion.</summary>
    public Aspects Aspects { get; }

    /// <summary>What is kept of the histories of those who were answered last.</summary>
    public HistorySumsPool Sums { get; }

    /// <summary>Room for answers.</summary>
    public Workspace.Pool Workspaces { get; }

    /// <summary>The subjects of a row that was given, by its id as profiles remember it.</summary>
    public RowSubjects SubjectsOf(ulong key) =>
        RowThemes.GenreOf(key) is var genre and >= 0 ? RowThemes.Subjects[genre] : MicroGenres.Find(key)?.Subjects ?? default;

    /// <summary>What an extension works out once for this catalogue.</summary>
    public T Prepared<T>(object extension, Func<Catalog, T> prepare)
        where T : class => (T)_prepared.GetOrAdd(extension, static (_, given) => given.prepare(given.Catalog), (prepare, Catalog));

    /// <summary>The order of titles by how much they are watched; worked out once for the plays of a moment.</summary>
    public PlaysOrder OrderOf(ImmutableArray<float> plays)
    {
        plays = plays.IsDefault ? [] : plays;
        for (var i = 0; i < _orders.Length; i++)
        {
            if (Volatile.Read(ref _orders[i]) is { } known && known.Plays == plays) return known;
        }

        var order = new PlaysOrder(plays, Catalog.Count);
        Volatile.Write(ref _orders[(uint)Interlocked.Increment(ref _ordersMade) % OrdersKept], order);
        return order;
    }

    private static ImmutableArray<IScoreSource> Distinct(IEnumerable<IScoreSource> sources)
    {
        var names = new HashSet<string>(CardWriter.OwnParts, StringComparer.Ordinal);
        foreach (var source in sources)
        {
            if (source.Name is not { Length: >= 1 and <= 40 } name || !names.Add(name))
                throw new ArgumentException($"'{source.Name}' cannot be the name of a part of the score, or another has it", nameof(sources));
        }

        return [.. sources];
    }

    /// <summary>What everybody does on occasions; worked out once for the plays of a moment.</summary>
    public PopulationLifts PopulationOf(OccasionPlays plays)
    {
        if (Volatile.Read(ref _population) is { } known && ReferenceEquals(known.Plays, plays)) return known;
        var found = new PopulationLifts(Aspects, plays);
        Volatile.Write(ref _population, found);
        return found;
    }
}
