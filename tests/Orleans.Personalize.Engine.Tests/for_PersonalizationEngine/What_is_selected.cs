using FsCheck;
using FsCheck.Fluent;
using Orleans.Personalize.Engine.Tests.for_TitleFilter;
using Orleans.Personalize.Engine.Tests.TestWorlds;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Tests.for_PersonalizationEngine;

public sealed class What_is_selected
{
    [Fact]
    public void Narrows_every_answer_and_widens_none() =>
        Prop.ForAll<int>(seed =>
        {
            var (world, filter, random) = (new RandomWorld(seed), new RandomFilter(seed), new Random(seed));
            var ids = Enumerable.Range(0, world.World.Catalog.Count).Select(number => new TitleId($"t{number}")).ToArray();
            var selection = new TitleSelection
            {
                Filter = random.Next(2) == 0 ? filter.Text : null,
                Include = random.Next(2) == 0 ? [] : [.. ids.Where(_ => random.Next(3) > 0), new TitleId("nothing")],
                Exclude = [.. ids.Where(_ => random.Next(5) == 0), new TitleId("nothing")],
            };
            bool IsAllowed(TitleId id) =>
                world.MaySee(id)
                && (selection.Filter is null || filter.Matches(world.World[id.Value]))
                && (selection.Include.IsEmpty || selection.Include.Contains(id))
                && !selection.Exclude.Contains(id);
            var source = ids.FirstOrDefault(world.MaySee);
            return world.Profile.Home(world.Rows, world.Columns, selection: selection).Titles().All(IsAllowed)
                && world.Profile.Recommended(500, selection: selection).Cards.All(card => IsAllowed(card.Title))
                && (source.Value is null || world.Profile.SimilarTo(source.Value, 200, selection).Cards.All(card => IsAllowed(card.Title)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(20260515, 1).WithEndSize(100_000));

    [Fact]
    public void Does_not_change_what_is_known_of_the_profile()
    {
        var profile = TestWorld.Of(20, "Drama", "Comedy").NewProfile().Completed("drama-1", "drama-2");
        var whole = profile.Recommended(500).Cards;

        var comedies = profile.Recommended(500, selection: new TitleSelection { Filter = "genre:comedy" }).Cards;

        Assert.Equal(
            whole.Where(card => card.Title.Value.StartsWith("comedy", StringComparison.Ordinal)).Select(card => (card.Title, card.MatchScore)),
            comedies.Select(card => (card.Title, card.MatchScore)));
    }

    [Fact]
    public void Makes_another_page_with_an_id_of_its_own()
    {
        var profile = TestWorld.Of(20, "Drama", "Comedy").NewProfile();
        TitleSelection?[] selections =
        [
            null,
            new TitleSelection(),
            new TitleSelection { Filter = "genre:drama" },
            new TitleSelection { Include = [new TitleId("drama-1")] },
            new TitleSelection { Exclude = [new TitleId("drama-1")] },
        ];

        Assert.Distinct(selections.Select(selection => profile.Home(selection: selection).Id));
    }

    [Fact]
    public void Is_bounded()
    {
        var profile = TestWorld.Of(5, "Drama").NewProfile();
        var tooMany = Enumerable.Range(0, 1001).Select(number => new TitleId($"t{number}")).ToArray();

        Assert.Equal("include", Refused(new TitleSelection { Include = [.. tooMany] }));
        Assert.Equal("exclude", Refused(new TitleSelection { Exclude = [.. tooMany] }));
        Assert.Equal("filter", Refused(new TitleSelection { Filter = "colour:red" }));

        string? Refused(TitleSelection selection) =>
            Assert.Throws<InvalidRequestException>(() => profile.Home(selection: selection)).Field;
    }
}
