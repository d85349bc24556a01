using System.Collections.Immutable;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Tests.Worlds;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Tests.for_ProfileRules;

public sealed class DuplicateFacts
{
    private static readonly Catalog Titles = Storms.CatalogOf(first: 0, titles: 200);
    private static readonly ImmutableArray<TitleId> Ids = [.. Enumerable.Range(0, 200).Select(number => Titles[number]!.Id)];
    private static readonly ProfileRules Rules = new(Titles, new ThemeIndex(Titles), new HashEncoder(64, 16, "m"));

    [Fact]
    public void A_repeated_event_id_changes_nothing() => Properties.Hold(Properties.Seeds(100), seeds =>
    {
        var state = ProfileState.Empty;
        foreach (var seed in seeds)
        {
            var happened = Storms.EventOf(seed, Titles, Ids, TimeSpan.FromDays(30));
            state = Rules.Apply(state, SmallWorld.Settings, happened).State;
            var again = Rules.Apply(state, SmallWorld.Settings, happened with { Time = happened.Time.AddDays(1) });
            if (!again.IsDuplicate || !ReferenceEquals(again.State, state) || again.Outcomes.Length > 0)
                return false;
        }

        return true;
    });

    [Fact]
    public void A_repeat_is_known_after_127_other_events_and_after_decoding()
    {
        var world = new SmallWorld();
        var first = world.Opened(SmallWorld.Horror);
        world.Then(first);
        for (var i = 0; i < 127; i++)
            world.Then(world.Shown(SmallWorld.Comedy));

        Assert.True(world.Rules.Apply(ProfileState.Decode(world.State.Encode()), SmallWorld.Settings, first).IsDuplicate);
    }

    [Fact]
    public void The_same_events_make_the_same_state() => Properties.Hold(Properties.Seeds(150), seeds =>
    {
        var states = new[] { ProfileState.Empty, ProfileState.Empty };
        foreach (var seed in seeds)
        {
            for (var i = 0; i < states.Length; i++)
                states[i] = Rules.Apply(states[i], SmallWorld.Settings, Storms.EventOf(seed, Titles, Ids, TimeSpan.FromDays(30))).State;
        }

        return states[0].Encode().AsSpan().SequenceEqual(states[1].Encode());
    });

    [Fact]
    public void Every_event_counts_once() => Properties.Hold(Properties.Seeds(100), seeds =>
    {
        var state = ProfileState.Empty;
        foreach (var seed in seeds.Distinct())
            state = Rules.Apply(state, SmallWorld.Settings, Storms.EventOf(seed, Titles, Ids, TimeSpan.FromDays(30))).State;
        return state.Revision == seeds.Distinct().Count();
    });
}
