using System.Text.Json;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Json;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Demo.Tests;

public class for_DemoWorld
{
    private static readonly DateTimeOffset Now = new(2026, 6, 14, 20, 0, 0, TimeSpan.Zero);
    private static readonly Lazy<DemoWorld> Whole = new(() => DemoWorld.Create(new DemoOptions { Households = 60 }, seed: 7, Now));
    private static readonly Lazy<ProfileEvent[]> History = new(() => [.. Whole.Value.Events]);

    [Fact]
    public void The_same_seed_makes_the_same_world()
    {
        var options = new DemoOptions { Titles = 150, Households = 10, Days = 20 };

        Assert.Equal(Fingerprint(DemoWorld.Create(options, 3, Now)), Fingerprint(DemoWorld.Create(options, 3, Now)));
        Assert.NotEqual(Fingerprint(DemoWorld.Create(options, 3, Now)), Fingerprint(DemoWorld.Create(options, 4, Now)));
    }

    [Fact]
    public void The_events_are_the_same_each_time_they_are_read()
    {
        var world = DemoWorld.Create(new DemoOptions { Titles = 150, Households = 10, Days = 20 }, 3, Now);

        Assert.Equal(world.Events, world.Events);
    }

    [Fact]
    public void The_default_is_a_catalogue_of_twelve_hundred_titles_and_three_hundred_households()
    {
        var world = DemoWorld.Create(new DemoOptions(), 1, Now);

        Assert.Equal(1200, world.Titles.Length);
        Assert.Equal(300, world.Profiles.Select(profile => profile.Account).Distinct().Count());
        Assert.All(world.Profiles.GroupBy(profile => profile.Account), house => Assert.InRange(house.Count(), 1, 4));
    }

    [Fact]
    public void No_two_titles_have_the_same_name_or_id()
    {
        var titles = DemoWorld.Create(new DemoOptions { Titles = 20_000, Households = 0 }, 5, Now).Titles;

        Assert.Equal(20_000, titles.Select(title => title.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(20_000, titles.Select(title => title.Id).Distinct().Count());
        Assert.All(titles, title => Assert.True(IdRules.IsValid(title.Id.Value, TitleId.MaxLength), title.Id.Value));
    }

    [Fact]
    public void Every_title_is_complete()
    {
        Assert.All(Whole.Value.Titles, title =>
        {
            Assert.InRange(title.Genres.Length, 1, 4);
            Assert.InRange(title.Tags.Length, 4, 8);
            Assert.InRange(title.People.Length, 4, 7);
            Assert.InRange(title.Artworks.Length, 4, 6);
            Assert.InRange(title.Year!.Value, 1950, Now.Year);
            Assert.True(title.AddedAt <= Now);
            Assert.True(title.Year <= title.AddedAt!.Value.Year);
            Assert.InRange(title.Synopsis!.Length, 60, 500);
            Assert.Equal(title.Kind == TitleKind.Series, title.Episodes.Length > 0);
            Assert.Equal(title.Tags.Length, title.Tags.Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(title.People.Length, title.People.Select(person => person.Name).Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(title.Artworks.Length, title.Artworks.Select(artwork => artwork.Id).Distinct().Count());
            Assert.DoesNotContain('{', title.Name);
        });
    }

    [Fact]
    public void A_service_would_accept_all_of_it()
    {
        var world = Whole.Value;
        var catalog = new Catalog([.. world.Titles], version: 1);

        Assert.All(world.Titles, title => Assert.Null(TitleRules.Check(title)));
        Assert.All(world.Profiles, profile => Assert.Null(ProfileSettingsRules.Check(profile)));
        Assert.All(History.Value, e => Assert.Null(EventRules.Check(e, catalog, Now)));
    }

    [Fact]
    public void The_catalogue_is_varied()
    {
        var titles = Whole.Value.Titles;

        Assert.InRange(titles.Count(title => title.Kind == TitleKind.Series), 400, 800);
        Assert.True(titles.SelectMany(title => title.Genres).Distinct(StringComparer.Ordinal).Count() >= 18);
        Assert.True(titles.SelectMany(title => title.Countries).Distinct(StringComparer.Ordinal).Count() >= 25);
        Assert.InRange(titles.Count(title => title.MaturityAge <= 7), 120, 500);
        Assert.InRange(titles.Count(title => title.AddedAt > Now.AddDays(-30)), 30, 300);
        Assert.Contains(titles, title => title.Availability.Any(window => window.Until > Now));
        Assert.Contains(titles, title => title.Availability.Any(window => window.Country is not null));
    }

    [Fact]
    public void People_come_back_in_other_titles()
    {
        var filmographies = Whole.Value.Titles.SelectMany(title => title.People.Select(person => person.Name)).CountBy(name => name).Select(entry => entry.Value).ToArray();

        Assert.True(filmographies.Max() >= 15);
        Assert.True(filmographies.Count(count => count > 1) > filmographies.Length / 3);
    }

    [Fact]
    public void Events_come_in_the_order_of_time_and_end_now()
    {
        var events = History.Value;

        Assert.True(events.Zip(events.Skip(1)).All(pair => pair.First.Time <= pair.Second.Time));
        Assert.True(events[^1].Time <= Now);
        Assert.InRange((Now - events[0].Time).TotalDays, 55, 61);
        Assert.InRange(events.Length, 15_000, 60_000);
    }

    [Fact]
    public void No_profile_uses_an_event_id_twice_and_every_event_is_about_what_exists()
    {
        var titles = Whole.Value.Titles.ToDictionary(title => title.Id);
        var profiles = Whole.Value.Profiles.Select(profile => profile.Id).ToHashSet();

        Assert.Equal(History.Value.Length, History.Value.Select(e => e.Id).Distinct().Count());
        Assert.All(History.Value, e =>
        {
            Assert.Contains(e.Profile, profiles);
            if (e is ITitleEvent about)
            {
                Assert.True(titles[about.Title].AddedAt <= e.Time);
            }

            if (e is PlayEvent { Episode: { } number } play)
            {
                Assert.Contains(titles[play.Title].Episodes, episode => episode.Season == play.Season && episode.Number == number);
                Assert.InRange(play.PositionSeconds, 0, play.DurationSeconds!.Value);
            }
        });
    }

    [Fact]
    public void Every_kind_of_event_of_a_usual_evening_occurs()
    {
        Type[] expected =
        [
            typeof(Impression), typeof(TitleOpened), typeof(PlayStarted), typeof(PlayProgressed), typeof(PlayPaused), typeof(PlayStopped), typeof(PlayCompleted),
            typeof(IntroSkipped), typeof(CreditsSkipped), typeof(ThumbGiven), typeof(MyListAdded), typeof(Searched), typeof(SearchResultOpened),
            typeof(RowScrolledAlong), typeof(RowScrolledPast),
        ];

        Assert.Subset(History.Value.Select(e => e.GetType()).ToHashSet(), expected.ToHashSet());
    }

    [Fact]
    public void Nobody_plays_what_is_too_mature_or_not_shown_in_the_country()
    {
        var titles = Whole.Value.Titles.ToDictionary(title => title.Id);
        var profiles = Whole.Value.Profiles.ToDictionary(profile => profile.Id);

        Assert.All(History.Value.OfType<PlayEvent>(), play =>
        {
            var (title, profile) = (titles[play.Title], profiles[play.Profile]);
            Assert.True(title.MaturityAge <= profile.MaturityLimit);
            Assert.True(title.Availability.IsEmpty || title.Availability.Any(window => window.Country is null || window.Country == profile.Country));
        });
    }

    [Fact]
    public void Profiles_play_what_they_truly_like()
    {
        var world = Whole.Value;
        var played = History.Value.OfType<PlayStarted>().Average(play => world.TrueTaste(play.Profile, play.Title));
        var any = world.Profiles.Average(profile => world.Titles.Average(title => world.TrueTaste(profile.Id, title.Id)));

        Assert.InRange(any, 0.02, 0.35);
        Assert.True(played > any + 0.4, $"played {played:F3}, any {any:F3}");
    }

    [Fact]
    public void Thumbs_agree_with_true_taste()
    {
        var thumbs = History.Value.OfType<ThumbGiven>().ToLookup(thumb => thumb.Thumb != Thumb.Down, thumb => Whole.Value.TrueTaste(thumb.Profile, thumb.Title));

        Assert.True(thumbs[true].Average() > thumbs[false].Average() + 0.2);
    }

    [Fact]
    public void Children_watch_on_tablets_in_the_afternoon_and_adults_on_television_in_the_evening()
    {
        var profiles = Whole.Value.Profiles.ToDictionary(profile => profile.Id);
        var plays = History.Value.OfType<PlayStarted>().ToLookup(play => profiles[play.Profile].Kids);

        Assert.True(plays[true].Count(play => play.Device == DeviceKind.Tablet) > plays[true].Count() / 2);
        Assert.True(plays[true].Average(play => play.Time.TimeOfDay.TotalHours) < 18);
        Assert.Equal(DeviceKind.Tv, plays[false].GroupBy(play => play.Device).MaxBy(group => group.Count())!.Key);
    }

    [Fact]
    public void Unknown_profiles_and_titles_are_refused()
    {
        var world = Whole.Value;

        Assert.Throws<UnknownProfileException>(() => world.TrueTaste(new ProfileId("nobody"), world.Titles[0].Id));
        Assert.Throws<UnknownTitleException>(() => world.TrueTaste(world.Profiles[0].Id, new TitleId("nothing")));
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, -1, 1)]
    [InlineData(1, 1, 0)]
    public void Sizes_out_of_range_are_refused(int titles, int households, int days) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DemoWorld.Create(new DemoOptions { Titles = titles, Households = households, Days = days }, 1, Now));

    [Fact]
    public void A_world_may_be_as_small_as_one_title()
    {
        var world = DemoWorld.Create(new DemoOptions { Titles = 1, Households = 3, Days = 5 }, 1, Now);

        Assert.Single(world.Titles);
        Assert.All(world.Events, e => Assert.True(e.Time <= Now));
    }

    private static string Fingerprint(DemoWorld world) =>
        JsonSerializer.Serialize(world.Titles, PersonalizeJson.Options)
        + JsonSerializer.Serialize(world.Profiles, PersonalizeJson.Options)
        + JsonSerializer.Serialize(world.Events, PersonalizeJson.Options);
}
