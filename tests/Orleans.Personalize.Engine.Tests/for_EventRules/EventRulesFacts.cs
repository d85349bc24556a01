using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Tests.for_ProfileRules;
using Orleans.Personalize.Engine.Tests.Worlds;
using Orleans.Personalize.Events;
using Orleans.Personalize.Notifications;
using static Orleans.Personalize.Engine.Tests.Worlds.SmallWorld;

namespace Orleans.Personalize.Engine.Tests.for_EventRules;

public sealed class EventRulesFacts
{
    private static readonly SmallWorld World = new();
    private static readonly PlayPaused Good = World.Paused(Horror, 1200);
    private static readonly EventId AnId = new("e");

    public static TheoryData<string, ProfileEvent> WrongEvents { get; } = new()
    {
        { "id", Good with { Id = default } },
        { "id", Good with { Id = new EventId(new string('x', 129)) } },
        { "profile", Good with { Profile = default } },
        { "time", Good with { Time = At(0).AddMinutes(6) } },
        { "time", Good with { Time = new DateTimeOffset(1969, 12, 31, 23, 59, 59, TimeSpan.Zero) } },
        { "time", Good with { Time = default } },
        { "device", Good with { Device = (DeviceKind)17 } },
        { "session", Good with { Session = new string('s', 129) } },
        { "country", Good with { Country = "de" } },
        { "country", Good with { Country = "DEU" } },
        { "title", Good with { Title = default } },
        { "title", Good with { Title = new TitleId("nowhere") } },
        { "title", Good with { Title = new TitleId("removed") } },
        { "season", Good with { Season = 0 } },
        { "episode", Good with { Episode = -1 } },
        { "positionSeconds", Good with { PositionSeconds = -1 } },
        { "positionSeconds", Good with { PositionSeconds = double.NaN } },
        { "positionSeconds", Good with { PositionSeconds = double.PositiveInfinity } },
        { "positionSeconds", Good with { PositionSeconds = 8000, DurationSeconds = 6000 } },
        { "durationSeconds", Good with { DurationSeconds = 0 } },
        { "durationSeconds", Good with { DurationSeconds = double.NaN } },
        { "page", Good with { Page = default(PageId) } },
        { "row", Good with { Row = default(RowId) } },
        { "rowIndex", World.Shown(Horror) with { RowIndex = -1 } },
        { "column", World.Opened(Horror) with { Column = -1 } },
        { "artwork", World.Shown(Horror) with { Artwork = default(ArtworkId) } },
        { "thumb", World.Gave((Thumb)9, Horror) },
        { "stars", World.Rated(0, Horror) },
        { "stars", World.Rated(5.5, Horror) },
        { "stars", World.Rated(double.NaN, Horror) },
        { "row", new RowScrolledPast { Id = AnId, Profile = Settings.Id, Time = At(0), Row = default } },
        { "throughColumn", new RowScrolledAlong { Id = AnId, Profile = Settings.Id, Time = At(0), Row = new RowId("r"), ThroughColumn = -1 } },
        { "query", new Searched { Id = AnId, Profile = Settings.Id, Time = At(0), Query = " " } },
        { "query", new Searched { Id = AnId, Profile = Settings.Id, Time = At(0), Query = null! } },
        { "query", new SearchResultOpened { Id = AnId, Profile = Settings.Id, Time = At(0), Title = Id(Horror), Query = new string('q', 201) } },
        { "positionSeconds", new TrailerPlayed { Id = AnId, Profile = Settings.Id, Time = At(0), Title = Id(Horror), PositionSeconds = -5 } },
        { "trailer", new TrailerPlayed { Id = AnId, Profile = Settings.Id, Time = At(0), Title = Id(Horror), PositionSeconds = 5, Trailer = new string('t', 129) } },
        { "notification", new NotificationSent { Id = AnId, Profile = Settings.Id, Time = At(0), Notification = "" } },
        { "channel", new NotificationSent { Id = AnId, Profile = Settings.Id, Time = At(0), Notification = "n", Channel = (NotificationChannel)7 } },
        { "reason", new NotificationFailed { Id = AnId, Profile = Settings.Id, Time = At(0), Notification = "n", Reason = new string('r', 501) } },
        { "notification", NotificationFacts.Claimed("", 0) },
        { "kind", NotificationFacts.Claimed("n", 0) with { Kind = (NotificationKind)9 } },
        { "attempt", NotificationFacts.Claimed("n", 0, attempt: 0) },
        { "titles", NotificationFacts.Claimed("n", 0) with { Titles = default } },
        { "titles", NotificationFacts.Claimed("n", 0) with { Titles = [.. Enumerable.Repeat(Id(Horror), 9)] } },
        { "titles[1]", NotificationFacts.Claimed("n", 0) with { Titles = [Id(Horror), new TitleId("removed")] } },
        { "about", new NotificationOpened { Id = AnId, Profile = Settings.Id, Time = At(0), Notification = "n", About = new TitleId("nowhere") } },
        { "about", new NotificationDismissed { Id = AnId, Profile = Settings.Id, Time = At(0), Notification = "n", About = default(TitleId) } },
    };

    [Theory]
    [MemberData(nameof(WrongEvents), DisableDiscoveryEnumeration = true)]
    public void What_is_wrong_is_named_by_its_property(string field, ProfileEvent wrong)
    {
        var problem = EventRules.Check(wrong, Catalog, At(0));
        Assert.Equal(field, problem?.Field);
        Assert.NotEmpty(problem!.Reason);
    }

    [Fact]
    public void A_good_event_has_no_problem()
    {
        ProfileEvent[] good =
        [
            Good,
            Good with { Time = At(5), Device = DeviceKind.Web, Session = "s", Country = "DE" },
            Good with { PositionSeconds = 6100, DurationSeconds = 6000, Season = 1, Episode = 1 },
            World.Rated(0.5, Horror),
            World.Gave(Thumb.Cleared, Comedy),
            World.Shown(Series) with { RowIndex = 0, Column = 74, Page = new PageId("p"), Row = new RowId("r"), Artwork = new ArtworkId("any") },
            new NotificationSent { Id = AnId, Profile = Settings.Id, Time = At(0), Notification = "n" },
            NotificationFacts.Claimed("n", 0),
            new Searched { Id = AnId, Profile = Settings.Id, Time = At(0), Query = "a" },
        ];
        Assert.All(good, next => Assert.Null(EventRules.Check(next, Catalog, At(0))));
    }

    [Fact]
    public void Every_random_event_passes_or_names_a_property()
    {
        var catalog = Storms.CatalogOf(first: 0, titles: 20);
        for (var seed = 0; seed < 500; seed++)
        {
            var problem = EventRules.Check(Storms.EventOf(seed, catalog, [catalog[3]!.Id], TimeSpan.FromDays(1)), catalog, At(1440));
            Assert.True(problem is null or { Field: "query" }, problem?.ToString());
        }
    }
}
