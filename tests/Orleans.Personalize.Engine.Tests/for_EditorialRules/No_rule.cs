using FsCheck;
using FsCheck.Fluent;
using Orleans.Personalize.Engine.Filters;
using Orleans.Personalize.Engine.Tests.TestWorlds;
using Orleans.Personalize.Engine.Tests.for_TitleFilter;
using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Rules;

namespace Orleans.Personalize.Engine.Tests.for_EditorialRules;

public sealed class No_rule
{
    [Fact]
    public void Outranks_maturity_availability_hiding_dislike_or_what_the_caller_selected() => Check(seed =>
    {
        var world = new RandomWorld(seed);
        world.Profile.Rules = RandomRules.Of(seed, world);
        var filter = new RandomFilter(seed);
        var selection = seed % 3 == 0 ? new TitleSelection { Filter = filter.Text } : null;
        var page = world.Profile.Home(world.Rows, world.Columns, selection: selection);
        var list = world.Profile.Recommended(500, selection: selection).Cards;
        bool IsAllowed(TitleId id) => world.MaySee(id) && (selection is null || filter.Matches(world.World[id.Value]));
        return page.Titles().All(IsAllowed)
            && list.All(card => IsAllowed(card.Title) && IsNew(card.Title))
            && list.Select(card => card.Title).Distinct().Count() == list.Length;

        bool IsNew(TitleId id) => world.World.Catalog.TryGetNumber(id, out var number)
            && world.Profile.State.ThumbOf(number) != Thumb.Down && world.Profile.State.ProgressOf(number) != Profiles.WatchedTo.Finished;
    });

    [Fact]
    public void Puts_a_title_twice_on_a_screen_or_makes_a_row_longer() => Check(seed =>
    {
        var world = new RandomWorld(seed);
        world.Profile.Rules = RandomRules.Of(seed, world);
        var page = world.Profile.Home(world.Rows, world.Columns);
        return page.Rows.Length <= world.Rows
            && page.Rows.All(row => row.Cards.Length is > 0 && row.Cards.Length <= world.Columns)
            && page.Rows.Select(row => row.Id).Distinct().Count() == page.Rows.Length
            && page.Rows.Chunk(PageExtensions.FoldRows).All(screen => screen.SelectMany(row => row.Titles()).GroupBy(title => title).All(same => same.Count() == 1));
    });

    [Fact]
    public void Changes_what_a_profile_is_believed_to_like() => Check(seed =>
    {
        var world = new RandomWorld(seed);
        var before = world.Profile.Recommended(500).Cards.ToDictionary(card => card.Title, card => card.MatchScore);
        world.Profile.Rules = RandomRules.Of(seed, world);
        return world.Profile.Recommended(500).Cards.All(card => !before.TryGetValue(card.Title, out var score) || score == card.MatchScore);
    });

    [Fact]
    public void Lets_more_than_the_limit_of_a_cap_into_a_list() => Check(seed =>
    {
        var world = new RandomWorld(seed);
        world.Profile.Rules = RandomRules.Of(seed, world);
        var list = world.Profile.Recommended(500).Cards;
        return world.Profile.Rules.Rules
            .Where(rule => rule.Action == RuleAction.Cap && rule.Kids is null && rule.Devices.IsEmpty && !(rule.Start > world.Profile.Now))
            .All(cap => list.Count(card => card.Reason.Kind != ReasonKind.Editorial
                && TitleFilter.Parse(cap.Filter!).Matches(world.World[card.Title.Value])) <= cap.Limit);
    });

    private static void Check(Func<int, bool> holds) =>
        Prop.ForAll(holds).Check(Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(20260515, 1).WithEndSize(100_000));
}
