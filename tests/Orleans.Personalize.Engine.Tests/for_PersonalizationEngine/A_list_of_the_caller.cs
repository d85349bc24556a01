using FsCheck;
using FsCheck.Fluent;
using Orleans.Personalize.Engine.Tests.TestWorlds;
using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Tests.for_PersonalizationEngine;

public sealed class A_list_of_the_caller
{
    [Fact]
    public void Comes_back_whole_as_cards_and_titles_left_out_and_shows_only_what_the_profile_may_see() =>
        Prop.ForAll<int>(seed =>
        {
            var (world, random) = (new RandomWorld(seed), new Random(seed));
            var titles = Enumerable.Range(0, world.World.Catalog.Count + 3).Select(number => $"t{number}").Where(_ => random.Next(2) == 0).Append("t0").ToArray();
            var list = world.Profile.Reranked(titles);
            var shown = list.Cards.Select(card => card.Title).ToHashSet();
            return shown.Count == list.Cards.Length
                && shown.Concat(list.LeftOut.Select(left => left.Title)).Select(title => title.Value).Order().SequenceEqual(titles.Distinct().Order())
                && titles.All(title => shown.Contains(new TitleId(title)) == world.MaySee(new TitleId(title)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(20260515, 1).WithEndSize(100_000));

    [Fact]
    public void Stands_in_the_order_of_the_recommendations()
    {
        var profile = TestWorld.Of(20, "Drama", "Comedy", "Horror").NewProfile().Completed("drama-1", "drama-2").Thumbed(Thumb.TwoUp, "drama-3");
        string[] recommended = [.. profile.Recommended(500).Cards.Select(card => card.Title.Value)];

        Assert.Equal(recommended, profile.Reranked(recommended.Order()).Cards.Select(card => card.Title.Value));
        Assert.Equal(recommended, profile.Reranked(recommended.OrderDescending().Append(recommended[0])).Cards.Select(card => card.Title.Value));
    }

    [Fact]
    public void Keeps_what_was_finished_or_disliked_and_says_why_titles_are_left_out()
    {
        var world = new TestWorld([.. TestWorld.Films(10, "Drama"), TestWorld.Film("old", "Drama") with { MaturityAge = 18 }]);
        var profile = world.NewProfile().Completed("drama-1").Thumbed(Thumb.Down, "drama-2").Hid("drama-3");
        profile.Settings = profile.Settings with { MaturityLimit = 16 };

        var list = profile.Reranked("drama-3", "drama-2", "old", "nothing", "drama-1");

        Assert.Equal(["drama-1", "drama-2"], list.Cards.Select(card => card.Title.Value).Order());
        Assert.Equal(
            [("drama-3", LeftOutReason.Hidden), ("old", LeftOutReason.Forbidden), ("nothing", LeftOutReason.Unknown)],
            list.LeftOut.Select(left => (left.Title.Value, left.Reason)));
    }

    [Fact]
    public void Must_have_titles_and_not_too_many()
    {
        var profile = TestWorld.Of(5, "Drama").NewProfile();

        Assert.Equal("titles", Assert.Throws<InvalidRequestException>(() => profile.Reranked()).Field);
        Assert.Equal("titles", Assert.Throws<InvalidRequestException>(
            () => profile.Reranked(Enumerable.Range(0, 1001).Select(number => $"t{number}"))).Field);
    }
}
