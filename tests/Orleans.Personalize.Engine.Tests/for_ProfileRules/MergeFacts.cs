using System.Collections.Immutable;
using FsCheck.Fluent;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Tests.Worlds;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using static Orleans.Personalize.Engine.Tests.Worlds.SmallWorld;

namespace Orleans.Personalize.Engine.Tests.for_ProfileRules;

public sealed class MergeFacts
{
    private static readonly Catalog Titles = Storms.CatalogOf(first: 2_097_200, titles: 300);
    private static readonly ImmutableArray<TitleId> Ids = [.. Enumerable.Range(2_097_200, 300).Select(number => Titles[number]!.Id)];
    private static readonly ProfileRules Rules = new(Titles, new ThemeIndex(Titles), new HashEncoder(64, 64, "0123456789abcdef"));

    private readonly SmallWorld _world = new();

    [Fact]
    public void To_take_over_a_profile_that_did_nothing_or_to_begin_with_another_keeps_all_there_is() => Properties.Hold(Properties.Seeds(400), seeds =>
    {
        var state = After(seeds).WithArm("posters", 3);
        return HoldsTheSame(Rules.Merge(state, ProfileState.Empty), state) && HoldsTheSame(Rules.Merge(ProfileState.Empty, state), state);
    });

    [Fact]
    public void Any_two_profiles_become_one_within_the_bounds_of_one_the_same_every_time() => Properties.Hold(
        Properties.Seeds(600).SelectMany(first => Properties.Seeds(600).Select(second => (First: first, Second: second))),
        seeds =>
        {
            var (first, second) = (After(seeds.First), After(seeds.Second));
            var merged = Rules.Merge(first, second);
            var bytes = merged.Encode();
            return bytes.Length <= ProfileState.MaxEncodedBytes
                && merged.Revision == first.Revision + second.Revision
                && ProfileState.Decode(bytes).Encode().AsSpan().SequenceEqual(bytes)
                && Rules.Merge(ProfileState.Decode(first.Encode()), ProfileState.Decode(second.Encode())).Encode().AsSpan().SequenceEqual(bytes)
                && ReferenceEquals(Rules.Refresh(merged), merged)
                && InOrderOfTime(merged);
        },
        count: 60);

    [Fact]
    public void Visits_come_in_the_order_of_their_times_and_those_of_one_evening_to_one_title_are_one()
    {
        var source = Of(w => w.Then(w.Started(Horror, 10), w.Completed(Comedy, 3000)));
        _world.Then(_world.Started(Drama, 5), _world.Completed(Horror, 60));

        _world.State = _world.Rules.Merge(_world.State, source);

        Assert.Equal([Drama, Horror, Comedy], _world.Visits().Select(visit => visit.Title));
        Assert.Equal(WatchedTo.Finished, _world.State.ProgressOf(Horror));
        Assert.Equal(0.8f, _world.Visits()[1].Strength);
    }

    [Theory]
    [InlineData(10, 20, Thumb.Up)]
    [InlineData(20, 10, Thumb.Down)]
    [InlineData(10, 10, Thumb.Down)]
    public void Of_two_thumbs_the_newer_holds_and_that_of_the_profile_that_stays_where_they_are_as_old(double own, double others, Thumb expected)
    {
        var source = Of(w => w.Then(w.Gave(Thumb.Up, Horror, others)));
        _world.Then(_world.Gave(Thumb.Down, Horror, own));

        var merged = _world.Rules.Merge(_world.State, source);

        Assert.Equal(expected, merged.ThumbOf(Horror));
        Assert.Single(merged.Thumbs.ToArray());
    }

    [Fact]
    public void A_playback_is_resumed_where_it_was_left_last_unless_it_was_finished_since()
    {
        var source = Of(w => w.Then(w.Paused(Horror, 1200, 50), w.Paused(Comedy, 900, 10)));
        _world.Then(_world.Paused(Horror, 3000, 10), _world.Completed(Comedy, 2000));

        var merged = _world.Rules.Merge(_world.State, source);

        var point = Assert.Single(merged.InProgress.ToArray());
        Assert.Equal((Horror, 1200f), (point.Title, point.PositionSeconds));
    }

    [Fact]
    public void Lists_are_united_and_a_title_that_one_hid_stays_hidden_until_the_other_wants_it_later()
    {
        var source = Of(w => w.Then(w.Hidden(Horror, 10), w.Hidden(Comedy, 10), w.Listed(Series, 5)));
        _world.Then(_world.Listed(Horror, 5), _world.Started(Comedy, 30), _world.Listed(Drama, 20));

        var merged = _world.Rules.Merge(_world.State, source);

        Assert.Equal([Horror], merged.Hidden.ToArray());
        Assert.Equal([Series, Drama], merged.MyList.ToArray());
    }

    [Fact]
    public void Tastes_fatigue_and_interest_in_rows_add_up_and_ids_of_both_are_known()
    {
        var past = new RowScrolledAlong { Id = new EventId("along"), Profile = Settings.Id, Time = At(0), Row = new RowId("r"), ThroughColumn = 5 };
        var source = Of(w => w.Then(past, w.Completed(Horror), w.Shown(Drama)));
        _world.Then(_world.Completed(Horror), _world.Shown(Drama), past with { ThroughColumn = 3 });
        var taste = _world.TasteFor(ThemeKind.Genre, "Horror", 100);

        var merged = _world.Rules.Merge(_world.State, source);

        Assert.Equal(2 * taste, merged.TasteFor(ThemeId.Of(ThemeKind.Genre, "Horror"), At(100)), 4);
        Assert.Equal(2, merged.FatigueOf(Drama, At(0)), 3);
        Assert.Equal(0.6f, merged.InterestIn(new RowId("r"), At(0)), 3);
        Assert.Equal(6, merged.ColumnsPassed(new RowId("r"), At(0)), 3);
        Assert.True(_world.Rules.Apply(merged, Settings, past).IsDuplicate);
    }

    [Fact]
    public void The_country_and_the_screen_are_those_used_last_by_either()
    {
        var source = Of(w => w.Then(w.Started(Horror, 500) with { Country = "FR" }));
        _world.Then(_world.Opened(Drama, 10) with { Country = "DE", Device = DeviceKind.Phone });

        var merged = _world.Rules.Merge(_world.State, source);

        Assert.Equal(("FR", DeviceKind.Tv), (merged.LastCountry, merged.LastDevice));
        Assert.Equal(At(500), merged.LastSeen);
    }

    private static ProfileState Of(Action<SmallWorld> does)
    {
        var world = new SmallWorld();
        does(world);
        return world.State;
    }

    private static ProfileState After(int[] seeds)
    {
        var state = ProfileState.Empty;
        foreach (var next in seeds.Select(seed => Storms.EventOf(seed, Titles, Ids, TimeSpan.FromDays(400))).OrderBy(e => e.Time))
            state = Rules.Apply(state, SmallWorld.Settings, next).State;
        return state;
    }

    // Of equal length: no part of the form is left out. Thumbs and messages may stand in another order.
    private static bool HoldsTheSame(ProfileState merged, ProfileState state)
    {
        var (mine, its) = (Rules.Describe(merged), Rules.Describe(state));
        return merged.Encode().Length == state.Encode().Length
            && mine.Themes.SequenceEqual(its.Themes)
            && mine.Thumbs.ToHashSet().SetEquals(its.Thumbs)
            && mine.MyList.SequenceEqual(its.MyList)
            && mine.Hidden.SequenceEqual(its.Hidden)
            && mine.InProgress.SequenceEqual(its.InProgress)
            && mine.Recent.SequenceEqual(its.Recent)
            && mine.RecentSearches.SequenceEqual(its.RecentSearches)
            && mine.PreferenceVector.SequenceEqual(its.PreferenceVector)
            && merged.ArmOf("posters") == 3;
    }

    private static bool InOrderOfTime(ProfileState state)
    {
        var visits = new Visit[state.InteractionCount];
        state.CopyVisits(visits);
        return visits.Zip(visits.Skip(1), (earlier, later) => earlier.Seconds <= later.Seconds).All(ordered => ordered);
    }
}
