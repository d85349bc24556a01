using System.Collections.Immutable;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Titles;
using Orleans.Personalize.Training.Datasets;

namespace Orleans.Personalize.Training.Tests.for_Datasets;

public class when_building_a_dataset_from_events
{
    private static readonly DateTimeOffset Evening = new(2026, 3, 1, 20, 0, 0, TimeSpan.Zero);
    private static readonly ImmutableArray<Title> Titles =
        [.. Enumerable.Range(0, 4).Select(i => new Title { Id = new($"t{i}"), Name = $"Title {i}", RuntimeMinutes = 100 })];

    private int _events;

    [Fact]
    public void All_events_of_one_playback_are_one_event_as_strong_as_its_end_at_the_time_of_its_beginning()
    {
        var built = Build(
            new TitleOpened { Id = NextId(), Profile = new("p"), Title = new("t1"), Time = Evening },
            Play<PlayStarted>(1, 1, 0),
            Play<PlayProgressed>(1, 30, 1800),
            Play<PlayPaused>(1, 60, 3600),
            Play<PlayCompleted>(1, 100, 6000));

        var only = Assert.Single(built.Events);
        Assert.Equal((0, 1, Evening.ToUnixTimeSeconds()), (only.Profile, only.Title, only.UnixSeconds));
        Assert.Equal(Signals.Of(Play<PlayCompleted>(1, 0, 6000), null).Strength, only.Strength);
        Assert.True(float.IsNaN(only.Rating));
        Assert.Equal(100 * 60, only.ActiveSeconds);
    }

    [Fact]
    public void What_is_said_of_a_title_later_does_not_make_the_visit_longer()
    {
        var built = Build(
            Play<PlayStarted>(1, 0, 0),
            Play<PlayCompleted>(1, 100, 6000),
            new ThumbGiven { Id = NextId(), Profile = new("p"), Title = new("t1"), Time = Evening.AddDays(3), Thumb = Thumb.Up });

        Assert.Equal(100 * 60, Assert.Single(built.Events).ActiveSeconds);
    }

    [Fact]
    public void The_next_evening_is_another_event()
    {
        var built = Build(Play<PlayCompleted>(1, 0, 6000), Play<PlayCompleted>(1, 24 * 60, 6000));

        Assert.Equal(2, built.Events.Length);
    }

    [Fact]
    public void A_playback_left_at_once_speaks_against_the_title_unless_much_was_watched_before()
    {
        var left = Build(Play<PlayStarted>(1, 0, 0), Play<PlayStopped>(1, 2, 120));
        var leftLater = Build(Play<PlayCompleted>(1, 0, 6000), Play<PlayStarted>(1, 1, 0), Play<PlayStopped>(1, 2, 120));

        Assert.True(Assert.Single(left.Events).Strength < 0);
        Assert.True(Assert.Single(leftLater.Events).Strength > 0.5);
    }

    [Fact]
    public void What_the_profile_says_outweighs_what_it_did_however_late()
    {
        var built = Build(
            Play<PlayCompleted>(1, 0, 6000),
            new ThumbGiven { Id = NextId(), Profile = new("p"), Title = new("t1"), Time = Evening.AddDays(3), Thumb = Thumb.Down });

        var only = Assert.Single(built.Events);
        Assert.Equal(Signals.OfThumb(Thumb.Down), only.Strength);
        Assert.Equal(Evening.ToUnixTimeSeconds(), only.UnixSeconds);
    }

    [Fact]
    public void A_thumb_taken_back_leaves_what_was_done()
    {
        var built = Build(
            Play<PlayCompleted>(1, 0, 6000),
            new ThumbGiven { Id = NextId(), Profile = new("p"), Title = new("t1"), Time = Evening.AddHours(3), Thumb = Thumb.Down },
            new ThumbGiven { Id = NextId(), Profile = new("p"), Title = new("t1"), Time = Evening.AddHours(4), Thumb = Thumb.Cleared },
            new ThumbGiven { Id = NextId(), Profile = new("p"), Title = new("t2"), Time = Evening.AddHours(4), Thumb = Thumb.Cleared });

        Assert.Equal(Signals.Of(Play<PlayCompleted>(1, 0, 6000), null).Strength, Assert.Single(built.Events).Strength);
    }

    [Fact]
    public void A_rating_keeps_its_stars_also_in_the_middle_of_the_scale()
    {
        var built = Build(new TitleRated { Id = NextId(), Profile = new("p"), Title = new("t3"), Time = Evening, Stars = 3 });

        Assert.Equal((3f, Signals.OfStars(3)), (Assert.Single(built.Events).Rating, built.Events[0].Strength));
    }

    [Fact]
    public void Impressions_searches_and_titles_that_are_gone_are_left_out()
    {
        var built = Build(
            new Impression { Id = NextId(), Profile = new("p"), Title = new("t1"), Time = Evening },
            new Searched { Id = NextId(), Profile = new("p"), Time = Evening, Query = "heat" },
            new TitleHidden { Id = NextId(), Profile = new("p"), Title = new("gone"), Time = Evening });

        Assert.Empty(built.Events);
    }

    [Fact]
    public void Events_stand_in_the_order_of_time_and_profiles_in_the_order_given()
    {
        ProfileEvent[] events =
        [
            Play<PlayCompleted>(2, 50, 6000) with { Profile = new("z") },
            Play<PlayCompleted>(1, 0, 6000),
            Play<PlayCompleted>(0, 50, 6000) with { Profile = new("q") },
        ];

        var built = DatasetBuilder.Build("test", Titles, [new("q"), new("nobody")], events);

        Assert.Equal(["q", "nobody", "z", "p"], built.Profiles.Select(profile => profile.Value));
        Assert.Equal([1, 2, 0], built.Events.Select(e => e.Title));
    }

    private static Dataset Build(params ProfileEvent[] events) => DatasetBuilder.Build("test", Titles, [], events);

    private EventId NextId() => new($"e{_events++}");

    private T Play<T>(int title, double minutesLater, double position)
        where T : PlayEvent => (T)(PlayEvent)(typeof(T).Name switch
        {
            nameof(PlayStarted) => new PlayStarted { Id = NextId(), Profile = new("p"), Title = new($"t{title}"), Time = Evening.AddMinutes(minutesLater), PositionSeconds = position },
            nameof(PlayProgressed) => new PlayProgressed { Id = NextId(), Profile = new("p"), Title = new($"t{title}"), Time = Evening.AddMinutes(minutesLater), PositionSeconds = position },
            nameof(PlayPaused) => new PlayPaused { Id = NextId(), Profile = new("p"), Title = new($"t{title}"), Time = Evening.AddMinutes(minutesLater), PositionSeconds = position },
            nameof(PlayStopped) => new PlayStopped { Id = NextId(), Profile = new("p"), Title = new($"t{title}"), Time = Evening.AddMinutes(minutesLater), PositionSeconds = position },
            _ => new PlayCompleted { Id = NextId(), Profile = new("p"), Title = new($"t{title}"), Time = Evening.AddMinutes(minutesLater), PositionSeconds = position },
        });
}
