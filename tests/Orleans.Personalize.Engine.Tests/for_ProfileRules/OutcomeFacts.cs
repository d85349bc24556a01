using Orleans.Personalize.Engine.Tests.Worlds;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using static Orleans.Personalize.Engine.Tests.Worlds.SmallWorld;

namespace Orleans.Personalize.Engine.Tests.for_ProfileRules;

public sealed class OutcomeFacts
{
    private readonly SmallWorld _world = new();

    [Fact]
    public void A_film_watched_to_its_end_is_one_play()
    {
        var plays = 0f;
        foreach (var happened in new ProfileEvent[]
            { _world.Opened(Horror), _world.Started(Horror, 1), _world.Paused(Horror, 900, 15), _world.Paused(Horror, 4000, 70), _world.Completed(Horror, 100) })
        {
            plays += _world.Then(happened).Outcomes
                .Where(outcome => outcome is { Kind: TitleOutcomeKind.Played, Title: Horror })
                .Sum(outcome => outcome.Weight);
        }

        Assert.Equal(1, plays);
    }

    [Fact]
    public void A_title_begun_and_left_is_half_a_play()
    {
        _world.Then(_world.Started(Horror));
        Assert.Equal(0.5f, Assert.Single(_world.Outcomes).Weight);
        _world.Then(_world.Stopped(Horror, 100, 2));
        Assert.Empty(_world.Outcomes);
    }

    [Fact]
    public void What_was_played_before_learns_what_was_played_next()
    {
        _world.Then(_world.Completed(Horror), _world.Opened(Drama, 1), _world.Rated(5, Comedy, 24 * 60));
        var next = Assert.Single(_world.Outcomes, outcome => outcome.Kind == TitleOutcomeKind.PlayedNext);
        Assert.Equal((Horror, Comedy, 1f, "DE"), (next.Title, next.Next, next.Weight, next.Country));
        Assert.Equal(1, Assert.Single(_world.Outcomes, outcome => outcome.Kind == TitleOutcomeKind.Played).Weight);
    }

    [Fact]
    public void The_longer_ago_a_title_was_played_the_less_it_learns()
    {
        _world.Then(_world.Completed(Horror, 100), _world.Completed(Drama, 300), _world.Completed(Comedy, 500));
        var next = _world.Outcomes.Where(outcome => outcome.Kind == TitleOutcomeKind.PlayedNext).Select(outcome => (outcome.Title, outcome.Next, outcome.Weight));
        Assert.Equal([(Drama, Comedy, 1f), (Horror, Comedy, 0.5f)], next);
    }

    [Fact]
    public void After_a_long_break_nothing_is_played_next()
    {
        _world.Then(_world.Completed(Horror), _world.Completed(Comedy, 40 * 24 * 60));
        Assert.DoesNotContain(_world.Outcomes, outcome => outcome.Kind == TitleOutcomeKind.PlayedNext);
    }

    [Fact]
    public void A_late_event_follows_what_was_played_before_its_own_time()
    {
        _world.Then(_world.Completed(Horror, 100), _world.Completed(Comedy, 300), _world.Completed(Drama, 200));
        Assert.Equal(Horror, Assert.Single(_world.Outcomes, outcome => outcome.Kind == TitleOutcomeKind.PlayedNext).Title);
    }

    [Fact]
    public void Cards_seen_pages_opened_and_judgements_are_told()
    {
        Assert.Equal((TitleOutcomeKind.Shown, 1f), Only(_world.Shown(Horror)));
        Assert.Equal((TitleOutcomeKind.Opened, 1f), Only(_world.Opened(Horror)));
        Assert.Equal((TitleOutcomeKind.Judged, -0.9f), Only(_world.Gave(Thumb.Down, Horror, 1)));
        Assert.Empty(_world.Then(_world.Gave(Thumb.Cleared, Horror, 2)).Outcomes);
    }

    [Fact]
    public void The_country_of_the_event_goes_before_the_profiles_own()
    {
        _world.Then(_world.Shown(Horror) with { Country = "AT" });
        Assert.Equal("AT", Assert.Single(_world.Outcomes).Country);
    }

    private (TitleOutcomeKind Kind, float Weight) Only(ProfileEvent happened)
    {
        var outcome = Assert.Single(_world.Then(happened).Outcomes);
        return (outcome.Kind, outcome.Weight);
    }
}
