using System.Text.Json;
using Orleans.Personalize.Events;
using Orleans.Personalize.Json;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Conformance.for_IPersonalizer;

public abstract class Erasing_and_exporting<THost>(THost host) : PersonalizerFacts<THost>(host)
    where THost : PersonalizerHost
{
    private static readonly TitleId Film = SampleCatalog.Film("comedy", 6);

    [Fact]
    public async Task An_export_has_every_accepted_event_as_it_was_sent()
    {
        var profile = await NewProfileAsync();
        var time = new DateTimeOffset(2026, 5, 14, 22, 15, 30, 250, TimeSpan.FromHours(2));
        ProfileEvent[] sent =
        [
            new Impression
            {
                Id = EventMaker.NewId(), Profile = profile.Profile, Time = time, Device = DeviceKind.Tv, Session = "s1", Country = "DE",
                Title = Film, Page = new PageId("page"), Row = new RowId("genre:comedy"), RowIndex = 3, Column = 7, Artwork = new ArtworkId("a1"),
            },
            new RowScrolledPast { Id = EventMaker.NewId(), Profile = profile.Profile, Time = time, Row = new RowId("genre:crime") },
            new RowScrolledAlong { Id = EventMaker.NewId(), Profile = profile.Profile, Time = time, Row = new RowId("genre:drama"), ThroughColumn = 9 },
            profile.Opened(Film),
            new TrailerPlayed
            {
                Id = EventMaker.NewId(), Profile = profile.Profile, Time = time, Title = Film, Trailer = "t1", PositionSeconds = 30, DurationSeconds = 90,
            },
            profile.Started(Film),
            profile.Progressed(Film, 1234.5),
            profile.Thumbed(Film, Thumb.TwoUp),
            profile.Rated(Film, 4.5),
            profile.Listed(Film),
            profile.Searched("something \"funny\" 🎬"),
            new SearchResultOpened { Id = EventMaker.NewId(), Profile = profile.Profile, Time = time, Title = Film, Query = "funny" },
            new NotificationSent { Id = EventMaker.NewId(), Profile = profile.Profile, Time = time, Notification = "n1", About = Film },
            profile.Hidden(SampleCatalog.Film("crime", 4)),
        ];
        await RecordAsync(sent);

        var export = await Personalizer.ExportProfileAsync(profile.Profile);

        Assert.Equal(sent, export.Events);
        Assert.Equal(sent.Select(e => e.Time.Offset), export.Events.Select(e => e.Time.Offset));
        Assert.Equal(await Personalizer.GetProfileAsync(profile.Profile), export.Settings);
        Assert.Equal(Host.Time.GetUtcNow(), export.ExportedAt);
    }

    [Fact]
    public async Task An_export_says_what_was_learnt()
    {
        var profile = await NewProfileAsync();
        var (liked, hidden) = (SampleCatalog.Film("drama", 1), SampleCatalog.Film("crime", 1));
        await RecordAsync(
            profile.Thumbed(liked, Thumb.Up), profile.Listed(Film), profile.Hidden(hidden), profile.Paused(Film, 800), profile.Searched("sea"));

        var taste = (await Personalizer.ExportProfileAsync(profile.Profile)).Taste;

        Assert.Equal<TitleThumb>([new TitleThumb { Title = liked, Thumb = Thumb.Up }], taste.Thumbs);
        Assert.Equal<TitleId>([Film], taste.MyList);
        Assert.Equal<TitleId>([hidden], taste.Hidden);
        Assert.Equal(800, Assert.Single(taste.InProgress).PositionSeconds);
        Assert.Equal<string>(["sea"], taste.RecentSearches);
        Assert.Contains(taste.Themes, theme => string.Equals(theme.Name, "Drama", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task An_export_can_be_written_and_read_as_json()
    {
        var profile = await NewProfileAsync();
        await RecordAsync(profile.Completed(Film), profile.Thumbed(Film, Thumb.Down));
        var export = await Personalizer.ExportProfileAsync(profile.Profile);

        var text = JsonSerializer.Serialize(export, PersonalizeJson.Options);

        AssertSame(export, JsonSerializer.Deserialize<ProfileExport>(text, PersonalizeJson.Options)!);
    }

    [Fact]
    public async Task Two_profiles_fed_the_same_events_learn_the_same()
    {
        var (original, copy) = (await NewProfileAsync(), await NewProfileAsync());
        await RecordAsync(original.Completed(Film), original.Listed(SampleCatalog.Film("drama", 2)), original.Paused(SampleCatalog.Film("crime", 2), 700));
        var export = await Personalizer.ExportProfileAsync(original.Profile);

        await Personalizer.RecordAsync([.. export.Events.Select(e => e with { Profile = copy.Profile })]);

        AssertSame(export.Taste, (await Personalizer.ExportProfileAsync(copy.Profile)).Taste);
    }

    [Fact]
    public async Task An_unknown_profile_has_no_export() =>
        await Assert.ThrowsAsync<UnknownProfileException>(() => Personalizer.ExportProfileAsync(NewProfileId()));

    [Fact]
    public async Task An_erased_profile_is_unknown_everywhere()
    {
        var profile = await NewProfileAsync();
        await RecordAsync(profile.Completed(Film));

        Assert.True(await Personalizer.EraseProfileAsync(profile.Profile));

        await Assert.ThrowsAsync<UnknownProfileException>(() => Personalizer.GetProfileAsync(profile.Profile));
        await Assert.ThrowsAsync<UnknownProfileException>(() => HomeAsync(profile));
        await Assert.ThrowsAsync<UnknownProfileException>(() => Personalizer.ExportProfileAsync(profile.Profile));
        Assert.Equal(EventOutcome.Rejected, Assert.Single(await Personalizer.RecordAsync([profile.Opened(Film)])).Outcome);
        var list = await Personalizer.ListProfilesAsync(new ProfileQuery { Filter = profile.Profile.Value });
        Assert.DoesNotContain(list.Profiles, p => p.Id == profile.Profile);
    }

    [Fact]
    public async Task Erasing_what_is_not_there_is_no_error()
    {
        var profile = await NewProfileAsync();

        Assert.False(await Personalizer.EraseProfileAsync(NewProfileId()));
        Assert.True(await Personalizer.EraseProfileAsync(profile.Profile));
        Assert.False(await Personalizer.EraseProfileAsync(profile.Profile));
    }

    [Fact]
    public async Task A_profile_made_again_after_erasing_begins_anew()
    {
        var profile = await NewProfileAsync();
        var settings = await Personalizer.GetProfileAsync(profile.Profile);
        var opened = profile.Opened(Film);
        await RecordAsync(opened, profile.Paused(Film, 900), profile.Listed(Film), profile.Thumbed(Film, Thumb.Up));
        await Personalizer.EraseProfileAsync(profile.Profile);

        await Personalizer.PutProfileAsync(settings);

        Assert.Empty(await KeptEventsAsync(profile));
        Assert.Null(RowOf(await HomeAsync(profile), RowKind.ContinueWatching));
        var page = await Personalizer.GetTitlePageAsync(profile.Profile, Film);
        Assert.False(page.InMyList);
        Assert.Equal(Thumb.Cleared, page.Thumb);
        await RecordAsync(opened);
    }

    [Fact]
    public async Task Erasing_one_profile_leaves_the_others()
    {
        var (erased, kept) = (await NewProfileAsync(), await NewProfileAsync());
        await RecordAsync(erased.Paused(Film, 900), kept.Paused(Film, 900));
        var before = await HomeAsync(kept);

        await Personalizer.EraseProfileAsync(erased.Profile);

        AssertSame(before, await HomeAsync(kept));
        Assert.Single(await KeptEventsAsync(kept));
    }
}
