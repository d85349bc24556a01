using FsCheck;
using FsCheck.Fluent;
using Orleans.Personalize.Engine.Tests.TestWorlds;
using Orleans.Personalize.Events;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Tests.for_PersonalizationEngine;

public sealed class Every_list
{
    [Fact]
    public void Of_recommendations_has_only_what_the_profile_may_see_and_has_not_finished_or_disliked() => Check(seed =>
    {
        var world = new RandomWorld(seed);
        var cards = world.Profile.Recommended(500).Cards;
        return cards.Select(card => card.Title).Distinct().Count() == cards.Length && cards.All(card => IsNewTo(world, card.Title));
    });

    [Fact]
    public void Of_similar_titles_has_only_what_the_profile_may_see_and_not_the_title_itself() => Check(seed =>
    {
        var world = new RandomWorld(seed);
        var sources = Enumerable.Range(0, world.World.Catalog.Count).Select(number => world.World.Catalog[number]).OfType<Title>()
            .Where(title => world.MaySee(title.Id)).Take(3);
        return sources.All(source => world.Profile.SimilarTo(source.Id.Value, 200).Cards is var cards
            && cards.All(card => card.Title != source.Id && IsNewTo(world, card.Title)));
    });

    private static bool IsNewTo(RandomWorld world, TitleId title) =>
        world.MaySee(title)
        && world.World.Catalog.TryGetNumber(title, out var number)
        && world.Profile.State.ProgressOf(number) != Profiles.WatchedTo.Finished
        && world.Profile.State.ThumbOf(number) != Thumb.Down;

    private static void Check(Func<int, bool> holds) =>
        Prop.ForAll(holds).Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(20260515, 1).WithEndSize(100_000));
}
