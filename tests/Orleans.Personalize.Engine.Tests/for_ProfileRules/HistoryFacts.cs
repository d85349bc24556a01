using System.Collections.Immutable;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Tests.Worlds;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using static Orleans.Personalize.Engine.Tests.Worlds.SmallWorld;

namespace Orleans.Personalize.Engine.Tests.for_ProfileRules;

public sealed class HistoryFacts
{
    private readonly SmallWorld _world = new();

    [Fact]
    public void A_visit_remembers_on_what_it_was_played()
    {
        _world.Then(
            _world.Started(Horror),
            _world.Paused(Horror, 600, 10),
            _world.Opened(Comedy, 20),
            _world.Completed(Drama, 30),
            _world.Started(Comedy, 40) with { Device = DeviceKind.Phone },
            _world.Rated(4, Series, 50));
        Assert.Equal([2, 1, 3, 0], _world.Visits().Select(visit => (int)visit.Screen));
        Assert.Equal([2, 1, 3, 0], Again().Select(visit => (int)visit.Screen));

        Visit[] Again()
        {
            _world.State = ProfileState.Decode(_world.State.Encode());
            return _world.Visits();
        }
    }

    [Fact]
    public void The_events_of_one_playback_are_one_visit()
    {
        _world.Then(
            _world.Opened(Horror),
            _world.Started(Horror, 1),
            _world.Paused(Horror, 3000, 50),
            _world.Completed(Horror, 110));

        var visit = Assert.Single(_world.Visits());
        Assert.Equal((Horror, 0.8f, WatchedTo.Finished), (visit.Title, visit.Strength, visit.Progress));
        Assert.Equal(Interaction.ToSeconds(At(110)), visit.Seconds);
    }

    [Fact]
    public void The_same_title_the_next_day_is_another_visit()
    {
        _world.Then(_world.Started(Horror), _world.Started(Horror, 24 * 60));
        Assert.Equal(2, _world.Visits().Length);
    }

    [Fact]
    public void Visits_stand_in_the_order_of_their_times_also_when_events_come_late()
    {
        _world.Then(_world.Opened(Horror, 100), _world.Opened(Comedy, 50), _world.Opened(Drama, 75));
        Assert.Equal([Comedy, Drama, Horror], _world.Visits().Select(visit => visit.Title));
    }

    [Fact]
    public void A_late_event_of_a_visit_strengthens_it_and_leaves_its_time()
    {
        _world.Then(_world.Opened(Horror, 100), _world.Started(Horror, 90));
        var visit = Assert.Single(_world.Visits());
        Assert.Equal((Interaction.ToSeconds(At(100)), 0.2f), (visit.Seconds, visit.Strength));
    }

    [Fact]
    public void A_playback_left_at_once_speaks_against_the_title()
    {
        _world.Then(_world.Started(Horror), _world.Stopped(Horror, 200, 4));
        Assert.Equal(-0.3f, Assert.Single(_world.Visits()).Strength);
    }

    [Fact]
    public void Leaving_the_second_episode_at_once_does_not_undo_the_first()
    {
        _world.Then(_world.Completed(Series, 0, 1, 1), _world.Stopped(Series, 60, 5) with { Season = 1, Episode = 2 });
        Assert.Equal(0.8f, Assert.Single(_world.Visits()).Strength);
    }

    [Theory]
    [InlineData(Thumb.Down, -0.9f)]
    [InlineData(Thumb.Up, 0.9f)]
    [InlineData(Thumb.TwoUp, 1f)]
    public void What_the_profile_says_outweighs_what_it_does(Thumb thumb, float strength)
    {
        _world.Then(_world.Started(Horror), _world.Gave(thumb, Horror, 1), _world.Completed(Horror, 100));
        Assert.Equal(strength, Assert.Single(_world.Visits()).Strength);
        _world.Then(_world.Started(Horror, 60 * 48));
        Assert.Equal(strength, _world.Visits()[^1].Strength);
    }

    [Fact]
    public void A_thumb_taken_back_leaves_what_was_watched()
    {
        _world.Then(_world.Completed(Horror), _world.Gave(Thumb.Down, Horror, 1), _world.Gave(Thumb.Cleared, Horror, 2));
        Assert.Equal(0.8f, Assert.Single(_world.Visits()).Strength);
        Assert.Empty(_world.State.Thumbs.ToArray());
    }

    [Fact]
    public void A_rating_outlasts_the_end_of_the_playback()
    {
        _world.Then(_world.Started(Horror), _world.Rated(1, Horror, 90), _world.Completed(Horror, 91));
        Assert.Equal(-1f, Assert.Single(_world.Visits()).Strength);
    }

    [Fact]
    public void A_rated_title_was_seen_somewhere()
    {
        _world.Then(_world.Rated(4, Comedy));
        Assert.Equal(WatchedTo.Finished, _world.State.ProgressOf(Comedy));
        Assert.Equal(WatchedTo.NotPlayed, _world.State.ProgressOf(Horror));
    }

    [Fact]
    public void Impressions_and_searches_are_no_history()
    {
        _world.Then(
            _world.Shown(Horror),
            new Searched { Id = _world.NextId(), Profile = Settings.Id, Time = At(0), Query = "ghosts" },
            new RowScrolledPast { Id = _world.NextId(), Profile = Settings.Id, Time = At(0), Row = new RowId("trending") },
            new NotificationDismissed { Id = _world.NextId(), Profile = Settings.Id, Time = At(0), Notification = "n", About = Id(Horror) });
        Assert.Empty(_world.Visits());
    }

    [Fact]
    public void The_oldest_visits_are_forgotten_first()
    {
        for (var day = 0; day < 510; day++)
            _world.Then(_world.Opened(day % 2, day * 24 * 60));
        Assert.Equal(ProfileState.MaxInteractions, _world.State.InteractionCount);
        Assert.Equal(Interaction.ToSeconds(At(10 * 24 * 60)), _world.Visits()[0].Seconds);

        _world.Then(_world.Opened(Drama));
        Assert.DoesNotContain(_world.Visits(), visit => visit.Title == Drama);
    }

    [Fact]
    public void An_event_about_a_title_that_is_gone_counts_as_an_event_and_no_more()
    {
        _world.Then(_world.Started(Removed));
        Assert.Equal(1, _world.State.Revision);
        Assert.Empty(_world.Visits());
        Assert.Empty(_world.Outcomes);
    }

    [Fact]
    public void The_preference_vector_has_read_all_visits_but_the_latest()
    {
        _world.Then(_world.Gave(Thumb.TwoUp, Horror), _world.Gave(Thumb.TwoUp, Comedy, 1), _world.Completed(Drama, 2));
        for (var i = 0; i < _world.Encoder.Dimension; i++)
        {
            var expected = 60 * (_world.Encoder[Comedy][i] + (0.9f * _world.Encoder[Horror][i]));
            Assert.Equal(expected, _world.State.PreferenceVector[i], 2f);
        }

        Assert.Equal("m1", _world.State.ModelVersion);
    }

    [Fact]
    public void The_preference_vector_stays_the_same_while_the_latest_visit_goes_on()
    {
        _world.Then(_world.Completed(Horror), _world.Started(Comedy, 200));
        var before = _world.State.PreferenceVector.ToArray();
        _world.Then(_world.Paused(Comedy, 3000, 250), _world.Gave(Thumb.Up, Comedy, 300));
        Assert.Equal(before, _world.State.PreferenceVector.ToArray());
    }

    [Fact]
    public void However_events_come_the_preference_vector_is_that_of_the_visits()
    {
        var catalog = Storms.CatalogOf(first: 0, titles: 60);
        ImmutableArray<TitleId> ids = [.. Enumerable.Range(0, 60).Select(number => catalog[number]!.Id)];
        var themes = new ThemeIndex(catalog);
        var rules = new ProfileRules(catalog, themes, new HashEncoder(60, 16, "m"));
        var anew = new ProfileRules(catalog, themes, new HashEncoder(60, 16, "the same by another name"));
        Properties.Hold(Properties.Seeds(150), seeds =>
        {
            var state = ProfileState.Empty;
            var inOrder = seeds.Length % 2 == 0;
            foreach (var next in seeds.Select(seed => Storms.EventOf(seed, catalog, ids, TimeSpan.FromDays(30))).OrderBy(e => inOrder ? e.Time : default))
                state = rules.Apply(state, SmallWorld.Settings, next).State;
            return state.PreferenceVector.SequenceEqual(anew.Refresh(state).PreferenceVector);
        });
    }

    [Fact]
    public void A_preference_vector_of_another_model_is_made_anew()
    {
        _world.Then(_world.Gave(Thumb.Up, Horror), _world.Completed(Comedy, 5));
        var other = new SmallWorld("m2");
        var refreshed = other.Rules.Refresh(_world.State);

        Assert.Equal("m2", refreshed.ModelVersion);
        Assert.Equal(_world.State.PreferenceVector, refreshed.PreferenceVector);
        Assert.Same(refreshed, other.Rules.Refresh(refreshed));
        Assert.Same(_world.State, _world.Rules.Refresh(_world.State));
        Assert.Same(ProfileState.Empty, other.Rules.Refresh(ProfileState.Empty));
    }

    [Fact]
    public void The_titles_played_last_and_not_disliked_are_consulted()
    {
        _world.Then(
            _world.Completed(Drama),
            _world.Completed(Horror, 1),
            _world.Started(Comedy, 2),
            _world.Gave(Thumb.Down, Comedy, 3),
            _world.Started(Series, 4, 1, 1),
            _world.Opened(Drama, 24 * 60));
        Assert.Equal([Series, Horror, Drama], _world.Rules.TitlesToConsult(_world.State).AsEnumerable());
        Assert.Empty(_world.Rules.TitlesToConsult(ProfileState.Empty));
    }
}
