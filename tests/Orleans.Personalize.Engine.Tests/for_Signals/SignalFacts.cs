using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Tests.Worlds;
using Orleans.Personalize.Events;
using static Orleans.Personalize.Engine.Tests.Worlds.SmallWorld;

namespace Orleans.Personalize.Engine.Tests.for_Signals;

public sealed class SignalFacts
{
    private static readonly SmallWorld World = new();

    [Fact]
    public void More_watched_is_stronger_and_watching_is_stronger_than_looking()
    {
        float[] rising =
        [
            Of(World.Stopped(Horror, 100)), Of(World.Shown(Horror)), Of(World.Opened(Horror)), Of(World.Started(Horror)),
            Of(World.Stopped(Horror, 3000)), Of(World.Stopped(Horror, 4200)), Of(World.Completed(Horror)), Of(World.Gave(Thumb.Up, Horror)),
            Of(World.Gave(Thumb.TwoUp, Horror)),
        ];
        Assert.Equal(rising.Distinct().Order(), rising);
    }

    [Theory]
    [InlineData(0.5, -1)]
    [InlineData(1, -1)]
    [InlineData(2, -0.5)]
    [InlineData(3, 0)]
    [InlineData(3.5, 0.25)]
    [InlineData(5, 1)]
    public void Stars_run_from_minus_one_to_one(double stars, float strength) => Assert.Equal(strength, Of(World.Rated(stars, Horror)));

    [Fact]
    public void Every_kind_of_event_has_its_place_in_the_table()
    {
        var id = World.NextId();
        var (profile, time, title, row) = (Settings.Id, At(0), Id(Horror), new RowId("r"));
        (ProfileEvent, SignalKind, float)[] table =
        [
            (new Impression { Id = id, Profile = profile, Time = time, Title = title }, SignalKind.Exposure, 0),
            (new RowScrolledPast { Id = id, Profile = profile, Time = time, Row = row }, SignalKind.Row, -0.25f),
            (new RowScrolledAlong { Id = id, Profile = profile, Time = time, Row = row, ThroughColumn = 1 }, SignalKind.Row, 0.3f),
            (new TitleOpened { Id = id, Profile = profile, Time = time, Title = title }, SignalKind.Interest, 0.1f),
            (new TrailerPlayed { Id = id, Profile = profile, Time = time, Title = title, PositionSeconds = 60, DurationSeconds = 60 }, SignalKind.Interest, 0.25f),
            (new PlayStarted { Id = id, Profile = profile, Time = time, Title = title }, SignalKind.Play, 0.2f),
            (new PlayProgressed { Id = id, Profile = profile, Time = time, Title = title, PositionSeconds = 3000 }, SignalKind.Play, 0.5f),
            (new PlayPaused { Id = id, Profile = profile, Time = time, Title = title, PositionSeconds = 3000 }, SignalKind.Play, 0.5f),
            (new PlayStopped { Id = id, Profile = profile, Time = time, Title = title, PositionSeconds = 30 }, SignalKind.Play, -0.3f),
            (new PlayCompleted { Id = id, Profile = profile, Time = time, Title = title }, SignalKind.Play, 0.8f),
            (new IntroSkipped { Id = id, Profile = profile, Time = time, Title = title }, SignalKind.Play, 0.25f),
            (new CreditsSkipped { Id = id, Profile = profile, Time = time, Title = title }, SignalKind.Play, 0.7f),
            (new ThumbGiven { Id = id, Profile = profile, Time = time, Title = title, Thumb = Thumb.Down }, SignalKind.Judgement, -0.9f),
            (new TitleRated { Id = id, Profile = profile, Time = time, Title = title, Stars = 4 }, SignalKind.Judgement, 0.5f),
            (new MyListAdded { Id = id, Profile = profile, Time = time, Title = title }, SignalKind.Interest, 0.4f),
            (new MyListRemoved { Id = id, Profile = profile, Time = time, Title = title }, SignalKind.Interest, -0.1f),
            (new Searched { Id = id, Profile = profile, Time = time, Query = "q" }, SignalKind.None, 0),
            (new SearchResultOpened { Id = id, Profile = profile, Time = time, Title = title, Query = "q" }, SignalKind.Interest, 0.2f),
            (new NotificationClaimed { Id = id, Profile = profile, Time = time, Notification = "n", About = title, Channel = default, Kind = default }, SignalKind.None, 0),
            (new NotificationSent { Id = id, Profile = profile, Time = time, Notification = "n", About = title }, SignalKind.None, 0),
            (new NotificationFailed { Id = id, Profile = profile, Time = time, Notification = "n" }, SignalKind.None, 0),
            (new NotificationOpened { Id = id, Profile = profile, Time = time, Notification = "n", About = title }, SignalKind.Interest, 0.15f),
            (new NotificationDismissed { Id = id, Profile = profile, Time = time, Notification = "n", About = title }, SignalKind.Interest, -0.1f),
            (new TitleHidden { Id = id, Profile = profile, Time = time, Title = title }, SignalKind.Judgement, -1),
        ];
        foreach (var (happened, kind, strength) in table)
            Assert.Equal((happened.GetType(), kind, strength), (happened.GetType(), Signals.Of(happened, Catalog[Horror]).Kind, Signals.Of(happened, Catalog[Horror]).Strength));
        var kinds = typeof(ProfileEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ProfileEvent)) && !type.IsAbstract);
        Assert.Equal(kinds.Select(type => type.Name).Order(), table.Select(entry => entry.Item1.GetType().Name).Order());
    }

    [Fact]
    public void The_length_comes_from_the_event_or_the_episode_or_the_title()
    {
        var episode = World.Paused(Series, 10, 0, 1, 2);
        Assert.Equal(1000, Signals.LengthOf(episode with { DurationSeconds = 1000 }, Catalog[Series]));
        Assert.Equal(2400, Signals.LengthOf(episode, Catalog[Series]));
        Assert.Equal(3000, Signals.LengthOf(episode with { Season = 2, Episode = 1 }, Catalog[Series]));
        Assert.Null(Signals.LengthOf(World.Paused(Drama, 10), Catalog[Drama]));
        Assert.Null(Signals.LengthOf(episode, null));
    }

    [Fact]
    public void Strengths_are_kept_exactly_by_a_history()
    {
        for (var share = 0.0; share <= 1; share += 0.01)
        {
            var strength = Of(World.Stopped(Horror, share * 6000));
            Assert.Equal(MathF.Round(strength * 20) / 20, strength);
        }
    }

    private static float Of(ProfileEvent happened) => Signals.Of(happened, Catalog[Horror]).Strength;
}
