using Orleans.Personalize.Engine.Communities;
using Orleans.Personalize.Engine.Rules;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Tests.TestWorlds;
using Orleans.Personalize.Rules;

namespace Orleans.Personalize.Engine.Tests.for_EditorialRules;

public sealed class Rules_for_communities
{
    private readonly TestWorld _world = new(TestWorld.Films(30, "Drama", "Horror"), model: TwoCommunities());

    [Fact]
    public void Count_for_the_profiles_that_belong_to_them_most_and_for_no_others()
    {
        var rule = new EditorialRule
        {
            Id = new RuleId("r"),
            Action = RuleAction.Pin,
            Titles = [new TitleId("drama-20")],
            Place = 1,
            Communities = ["night"],
        };

        Assert.Equal("drama-20", FirstFor(rule, "horror-1", "horror-2", "horror-3"));
        Assert.NotEqual("drama-20", FirstFor(rule, "drama-1", "drama-2", "drama-3"));
        Assert.NotEqual("drama-20", FirstFor(rule, "horror-1"));
        Assert.NotEqual("drama-20", FirstFor(rule with { Communities = ["gone"] }, "horror-1", "horror-2", "horror-3"));
        Assert.Equal("drama-20", FirstFor(rule with { Communities = ["gone", "day"] }, "drama-1", "drama-2", "drama-3"));
        Assert.Equal("drama-20", FirstFor(rule with { Communities = [] }, "horror-1"));
    }

    [Fact]
    public void Name_communities_by_ids()
    {
        var rule = new EditorialRule { Id = new RuleId("r"), Action = RuleAction.Pin, Titles = [new TitleId("drama-1")], Place = 1 };
        Assert.Null(_world.Engine.Check(rule with { Communities = ["night"] }));
        Assert.Equal("communities", _world.Engine.Check(rule with { Communities = [""] })?.Field);
        Assert.Equal("communities", _world.Engine.Check(rule with { Communities = [.. Enumerable.Repeat("c", 101)] })?.Field);
    }

    private string FirstFor(EditorialRule rule, params string[] watched)
    {
        var profile = _world.NewProfile();
        profile.Rules = RuleSet.Of([rule], version: 1);
        return profile.Completed(watched).Recommended().Cards[0].Title.Value;
    }

    // Members of the one choose horror four times more often than everybody, those of the other drama.
    private static PersonalizationModel TwoCommunities()
    {
        TitleId[] titles = [.. TestWorld.Films(30, "Drama", "Horror").Select(title => title.Id)];
        Half[] lifts =
        [
            .. titles.Select(title => (Half)(IsHorror(title) ? 1.4 : -1.4)),
            .. titles.Select(title => (Half)(IsHorror(title) ? -1.4 : 1.4)),
        ];
        var content = ModelContent.Unlearnt with
        {
            Manifest = ModelManifest.Unlearnt with { Communities = [new ModelCommunity("night", 0.5, 50), new ModelCommunity("day", 0.5, 50)] },
            Titles = [.. titles],
            Popularity = new float[titles.Length],
            Quality = new float[titles.Length],
            CommunityLifts = lifts,
        };
        using var stream = new MemoryStream();
        PersonalizationModel.Write(content, stream);
        return PersonalizationModel.Read(stream.ToArray());

        static bool IsHorror(TitleId title) => title.Value.StartsWith("horror", StringComparison.Ordinal);
    }
}
