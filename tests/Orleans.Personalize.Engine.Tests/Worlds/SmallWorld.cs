using System.Collections.Immutable;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Tests.Worlds;

/// <summary>A handful of titles, one profile, and short ways to say what it does.</summary>
internal sealed class SmallWorld
{
    public const int Horror = 0;
    public const int Comedy = 1;
    public const int Series = 2;
    public const int Removed = 3;
    public const int Drama = 4;

    public static readonly DateTimeOffset Start = new(2026, 3, 6, 20, 0, 0, TimeSpan.FromHours(2));

    public static readonly ProfileSettings Settings = new() { Id = new ProfileId("p"), Name = "P", Country = "DE" };

    private int _events;

    public SmallWorld(string modelVersion = "m1")
    {
        Themes = new ThemeIndex(Catalog);
        Encoder = new HashEncoder(Catalog.Count, 8, modelVersion);
        Rules = new ProfileRules(Catalog, Themes, Encoder);
    }

    public static Catalog Catalog { get; } = new(
    [
        new Title
        {
            Id = new TitleId("horror"),
            Name = "The Cellar",
            RuntimeMinutes = 100,
            Genres = ["Horror"],
            Tags = ["dark"],
            People = [new Credit { Name = "Ann" }, new Credit { Name = "Only Here" }],
            Year = 1994,
            Artworks = [new Artwork { Id = new ArtworkId("a1"), Features = ["face", "red"] }],
        },
        new Title { Id = new TitleId("comedy"), Name = "The Wedding", RuntimeMinutes = 90, Genres = ["Comedy"], Tags = ["dark"] },
        new Title
        {
            Id = new TitleId("series"),
            Name = "The Harbour",
            Kind = TitleKind.Series,
            RuntimeMinutes = 50,
            Genres = ["Drama"],
            Episodes =
            [
                new Episode { Season = 1, Number = 1, RuntimeMinutes = 50 },
                new Episode { Season = 1, Number = 2, RuntimeMinutes = 40 },
                new Episode { Season = 2, Number = 1 },
            ],
        },
        null,
        new Title { Id = new TitleId("drama"), Name = "The Letter", Genres = ["Drama"], People = [new Credit { Name = "Ann" }] },
    ], 1);

    public ThemeIndex Themes { get; }

    public HashEncoder Encoder { get; }

    public ProfileRules Rules { get; }

    public ProfileState State { get; set; } = ProfileState.Empty;

    /// <summary>The outcomes of the last event.</summary>
    public ImmutableArray<TitleOutcome> Outcomes { get; private set; } = [];

    public static TitleId Id(int title) => Catalog[title]?.Id ?? new TitleId("removed");

    public static DateTimeOffset At(double minutes) => Start.AddMinutes(minutes);

    public EventId NextId() => new($"e{_events++}");

    /// <summary>Applies one event after the other.</summary>
    public SmallWorld Then(params ReadOnlySpan<ProfileEvent> events)
    {
        foreach (var next in events)
            (State, _, Outcomes) = Rules.Apply(State, Settings, next);
        return this;
    }

    public TitleOpened Opened(int title, double minutes = 0) => new() { Id = NextId(), Profile = Settings.Id, Time = At(minutes), Title = Id(title) };

    public Impression Shown(int title, double minutes = 0) => new() { Id = NextId(), Profile = Settings.Id, Time = At(minutes), Title = Id(title) };

    public PlayStarted Started(int title, double minutes = 0, int? season = null, int? episode = null) =>
        new() { Id = NextId(), Profile = Settings.Id, Time = At(minutes), Title = Id(title), Season = season, Episode = episode, Device = DeviceKind.Tv };

    public PlayPaused Paused(int title, double seconds, double minutes = 0, int? season = null, int? episode = null) =>
        new() { Id = NextId(), Profile = Settings.Id, Time = At(minutes), Title = Id(title), PositionSeconds = seconds, Season = season, Episode = episode };

    public PlayStopped Stopped(int title, double seconds, double minutes = 0) =>
        new() { Id = NextId(), Profile = Settings.Id, Time = At(minutes), Title = Id(title), PositionSeconds = seconds };

    public PlayCompleted Completed(int title, double minutes = 0, int? season = null, int? episode = null) =>
        new() { Id = NextId(), Profile = Settings.Id, Time = At(minutes), Title = Id(title), Season = season, Episode = episode };

    public ThumbGiven Gave(Thumb thumb, int title, double minutes = 0) =>
        new() { Id = NextId(), Profile = Settings.Id, Time = At(minutes), Title = Id(title), Thumb = thumb };

    public TitleRated Rated(double stars, int title, double minutes = 0) =>
        new() { Id = NextId(), Profile = Settings.Id, Time = At(minutes), Title = Id(title), Stars = stars };

    public MyListAdded Listed(int title, double minutes = 0) => new() { Id = NextId(), Profile = Settings.Id, Time = At(minutes), Title = Id(title) };

    public TitleHidden Hidden(int title, double minutes = 0) => new() { Id = NextId(), Profile = Settings.Id, Time = At(minutes), Title = Id(title) };

    public Visit[] Visits()
    {
        var visits = new Visit[State.InteractionCount];
        State.CopyVisits(visits);
        return visits;
    }

    public float TasteFor(ThemeKind kind, string name, double minutes = 0) => State.TasteFor(ThemeId.Of(kind, name), At(minutes));
}
