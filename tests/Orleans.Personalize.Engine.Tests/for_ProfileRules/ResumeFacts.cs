using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Tests.Worlds;
using Orleans.Personalize.Events;
using static Orleans.Personalize.Engine.Tests.Worlds.SmallWorld;

namespace Orleans.Personalize.Engine.Tests.for_ProfileRules;

public sealed class ResumeFacts
{
    private readonly SmallWorld _world = new();

    [Fact]
    public void A_paused_film_can_be_resumed_where_it_stands()
    {
        _world.Then(_world.Started(Horror), _world.Paused(Horror, 1200, 20));
        Assert.True(_world.State.TryGetResumePoint(Horror, out var point));
        Assert.Equal((1200f, 6000f, 0.2f), (point.PositionSeconds, point.LengthSeconds, point.Share));
        Assert.Equal(At(20), point.Time);
    }

    [Fact]
    public void A_finished_film_leaves()
    {
        _world.Then(_world.Paused(Horror, 1200), _world.Completed(Horror, 80));
        Assert.Empty(_world.State.InProgress.ToArray());
    }

    [Fact]
    public void A_film_stopped_in_the_credits_is_finished()
    {
        _world.Then(_world.Paused(Horror, 1200), _world.Stopped(Horror, 5900, 80));
        Assert.Empty(_world.State.InProgress.ToArray());
        Assert.Equal(WatchedTo.Finished, _world.State.ProgressOf(Horror));
    }

    [Fact]
    public void A_film_left_in_its_first_seconds_leaves_nothing_to_resume()
    {
        _world.Then(_world.Started(Horror), _world.Stopped(Horror, 10, 1));
        Assert.Empty(_world.State.InProgress.ToArray());
    }

    [Fact]
    public void A_finished_episode_makes_way_for_the_next()
    {
        _world.Then(_world.Completed(Series, 0, 1, 1));
        Assert.Equal((1, 2, 0f, 2400f), Where());
        _world.Then(_world.Completed(Series, 40, 1, 2));
        Assert.Equal((2, 1, 0f, 3000f), Where());
        Assert.Equal(WatchedTo.Begun, _world.State.ProgressOf(Series));
    }

    [Fact]
    public void The_last_episode_finishes_the_series()
    {
        _world.Then(_world.Completed(Series, 0, 1, 2), _world.Completed(Series, 60, 2, 1));
        Assert.Empty(_world.State.InProgress.ToArray());
        Assert.Equal(WatchedTo.Finished, _world.State.ProgressOf(Series));
    }

    [Fact]
    public void Late_news_do_not_move_a_playback_back()
    {
        _world.Then(_world.Paused(Horror, 3000, 60), _world.Paused(Horror, 1200, 20));
        Assert.True(_world.State.TryGetResumePoint(Horror, out var point));
        Assert.Equal(3000, point.PositionSeconds);
    }

    [Fact]
    public void Late_news_do_not_bring_a_finished_film_back()
    {
        _world.Then(_world.Completed(Horror, 100), _world.Paused(Horror, 1200, 20));
        Assert.Empty(_world.State.InProgress.ToArray());
    }

    [Fact]
    public void A_finished_film_begun_again_can_be_resumed()
    {
        _world.Then(_world.Completed(Horror), _world.Paused(Horror, 600, 24 * 60));
        Assert.True(_world.State.TryGetResumePoint(Horror, out _));
    }

    [Fact]
    public void The_playback_watched_last_stands_at_the_end()
    {
        _world.Then(_world.Paused(Horror, 600, 10), _world.Paused(Comedy, 600, 20), _world.Paused(Horror, 700, 30));
        Assert.Equal([Comedy, Horror], _world.State.InProgress.ToArray().Select(point => point.Title));
    }

    [Fact]
    public void Hiding_a_title_takes_it_out_of_what_can_be_resumed()
    {
        _world.Then(_world.Paused(Horror, 600), new TitleHidden { Id = _world.NextId(), Profile = Settings.Id, Time = At(1), Title = Id(Horror) });
        Assert.Empty(_world.State.InProgress.ToArray());
    }

    private (int Season, int Episode, float Position, float Length) Where()
    {
        var point = Assert.Single(_world.State.InProgress.ToArray());
        return (point.Season, point.Episode, point.PositionSeconds, point.LengthSeconds);
    }
}
