using System.Collections.Immutable;
using Orleans.Personalize.Demo;
using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.TextSearch;

namespace Orleans.Personalize.Cli.Benching;

/// <summary>
/// A catalogue of the demo's making and busy profiles, the same for the same seed. Who takes them in turn, each time under a name that was
/// never heard of, measures what an answer costs to a profile that was not there a moment ago.
/// </summary>
internal sealed class BenchWorld
{
    private const int PlayedNext = 64;
    private const int Profiles = 64;

    private readonly Random _random;
    private readonly TrendSnapshot _trend;
    private int _strangers;

    /// <param name="titles">How many titles.</param>
    /// <param name="history">How many interactions the profile has.</param>
    /// <param name="model">The model to answer with; one of random numbers where null. The first titles bear the names of its titles.</param>
    /// <param name="seed">Another seed, another world.</param>
    public BenchWorld(int titles, int history, PersonalizationModel? model, int seed)
    {
        _random = new Random(seed);
        Now = new DateTimeOffset(2026, 5, 15, 20, 0, 0, TimeSpan.Zero);
        var demo = DemoWorld.Create(new DemoOptions { Titles = titles, Households = 0 }, seed, Now).Titles;
        var known = model?.Titles ?? [];
        Catalog = new Catalog([.. demo.Select((title, i) => i < known.Length ? title with { Id = known[i] } : title)], 1);
        Model = model ?? RandomModel.Create([.. demo.Select(title => title.Id)], new ThemeIndex(Catalog), seed);
        Engine = new PersonalizationEngine(Catalog, Model);
        Settings = new ProfileSettings { Id = new ProfileId("bench"), Name = "Bench", Country = "DE" };
        var unlearnt = new PersonalizationEngine(Catalog, PersonalizationModel.Untrained);
        OlderStates = [.. Enumerable.Range(0, Profiles).Select(_ => Live(history, unlearnt))];
        States = [.. OlderStates.Select(Engine.Refresh)];
        Histories = [.. Enumerable.Range(0, Profiles).Select(_ => History(history))];
        _trend = Trend(titles);
        Moments = [.. States.Select(state => MomentOf(state, Now))];
    }

    public DateTimeOffset Now { get; }

    public Catalog Catalog { get; }

    public PersonalizationModel Model { get; }

    public PersonalizationEngine Engine { get; }

    public ProfileSettings Settings { get; }

    /// <summary>The profiles, up to the model.</summary>
    public ImmutableArray<ProfileState> States { get; }

    /// <summary>The same profiles as another model left them.</summary>
    public ImmutableArray<ProfileState> OlderStates { get; }

    /// <summary>Histories of full length, whatever a profile keeps.</summary>
    public ImmutableArray<ImmutableArray<Interaction>> Histories { get; }

    /// <summary>What is true right now, for each profile.</summary>
    public ImmutableArray<Moment> Moments { get; }

    /// <summary>The settings of a profile that nobody was asked for before.</summary>
    public ProfileSettings Stranger() => Settings with { Id = new ProfileId($"stranger{_strangers++}") };

    /// <summary>What is true at a moment, for one profile.</summary>
    public Moment MomentOf(ProfileState state, DateTimeOffset now) => new(now, _trend, PlayedAfter(state));

    /// <summary>A history after one more interaction, of the same length.</summary>
    public ImmutableArray<Interaction> Later(ImmutableArray<Interaction> history) => history.IsEmpty
        ? history
        : history.RemoveAt(0).Add(new Interaction(Popular(), history[^1].Seconds, 0.8f));

    /// <summary>The engine with a text index.</summary>
    public PersonalizationEngine WithText()
    {
        using var indexer = new TextIndexer();
        return new PersonalizationEngine(Catalog, Model, text: indexer.Follow(Catalog));
    }

    /// <summary>Something the profile does with a title, most often with a well-known one.</summary>
    public ProfileEvent NewEvent(int number, DateTimeOffset time)
    {
        var (id, profile, title) = (new EventId($"bench:{number}"), Settings.Id, Catalog[Popular()]!.Id);
        return (number % 10) switch
        {
            0 => new ThumbGiven { Id = id, Profile = profile, Time = time, Title = title, Thumb = Thumb.Up },
            1 => new MyListAdded { Id = id, Profile = profile, Time = time, Title = title },
            2 => new TitleOpened { Id = id, Profile = profile, Time = time, Title = title },
            3 => new PlayPaused { Id = id, Profile = profile, Time = time, Title = title, PositionSeconds = 2400 },
            _ => new PlayCompleted { Id = id, Profile = profile, Time = time, Title = title, PositionSeconds = 6000 },
        };
    }

    private ProfileState Live(int events, PersonalizationEngine engine)
    {
        var state = ProfileState.Empty;
        for (var i = 0; i < events; i++)
            state = engine.Apply(state, Settings, NewEvent(i, Now.AddHours(i - events))).State;
        return state;
    }

    private ImmutableArray<Interaction> History(int events) =>
        [.. Enumerable.Range(0, events).Select(i => new Interaction(Popular(), Interaction.ToSeconds(Now.AddHours(i - events)), 0.8f))];

    private ImmutableArray<PlayNextCounts> PlayedAfter(ProfileState state) =>
        [.. Engine.TitlesToConsult(state).Select(title => new PlayNextCounts(title, [.. Enumerable.Range(0, PlayedNext).Select(i => (Popular(), (float)(PlayedNext - i)))]))];

    // Every title is played on every time scale, and the first of them in one country.
    private TrendSnapshot Trend(int titles)
    {
        ImmutableArray<float> Plays(float most) => [.. Enumerable.Range(0, titles).Select(i => most / (1 + i))];
        return new TrendSnapshot(Now, Plays(1000))
        {
            Hours = Plays(250),
            Days = Plays(4_000),
            Weeks = Plays(28_000),
            Lasting = Plays(120_000),
            FirstPlays = [.. Enumerable.Range(0, titles).Select(i => (float)(Now - Interaction.Origin).TotalDays - 1 - (i % 1000))],
            Countries = ImmutableDictionary<string, ImmutableArray<float>>.Empty.Add("DE", Plays(500)),
        };
    }

    // Low numbers far more often than high ones.
    private int Popular() => (int)(Catalog.Count * Math.Pow(_random.NextDouble(), 3));
}
