using Orleans.Personalize.Engine.Rules;
using Orleans.Personalize.Engine.Tests.TestWorlds;
using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Rules;

namespace Orleans.Personalize.Engine.Tests.for_EditorialRules;

public sealed class Rules
{
    private readonly TestWorld _world = TestWorld.Of(30, "Drama", "Comedy", "Horror");

    [Fact]
    public void Pin_titles_in_the_first_row_and_at_the_head_of_the_list_and_say_so()
    {
        var profile = With(NewRule(RuleAction.Pin) with { Titles = [new("horror-7"), new("horror-8")], Place = 2, Text = "Halloween week" });

        var page = profile.Home();
        var list = profile.Recommended();

        Assert.Equal(["horror-7", "horror-8"], page.Rows[0].Titles()[1..3].Select(title => title.Value));
        Assert.Equal(["horror-7", "horror-8"], list.Cards.AsSpan()[1..3].ToArray().Select(card => card.Title.Value));
        Assert.Equal((ReasonKind.Editorial, "Halloween week"), (page.Rows[0].Cards[1].Reason.Kind, page.Rows[0].Cards[1].Reason.Text));
        Assert.NotEqual(ReasonKind.Editorial, page.Rows[0].Cards[0].Reason.Kind);
        Assert.Equal(1, page.Titles().Count(title => title.Value == "horror-7"));
    }

    [Fact]
    public void Pin_titles_in_a_row_that_is_named()
    {
        var profile = With(NewRule(RuleAction.Pin) with { Titles = [new("drama-9")], Row = new RowId("genre:comedy"), Place = 1 });

        Assert.Equal("drama-9", profile.Home().Row("genre:comedy")!.Titles()[0].Value);
        Assert.Equal(With().Recommended().Cards.Select(card => card.Title), profile.Recommended().Cards.Select(card => card.Title));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    public void Pin_a_row_to_a_place(int place)
    {
        var row = With(NewRule(RuleAction.Pin) with { Row = new RowId("genre:horror"), Place = place }).Home().Rows[place - 1];

        Assert.Equal("genre:horror", row.Id.Value);
        Assert.Equal(ReasonKind.Editorial, row.Reason.Kind);
    }

    [Fact]
    public void Of_higher_priority_have_the_place_that_two_want()
    {
        var profile = With(
            NewRule(RuleAction.Pin, "a") with { Titles = [new("drama-1")], Place = 1 },
            NewRule(RuleAction.Pin, "b") with { Titles = [new("drama-2")], Place = 1, Priority = 5 });

        Assert.Equal(["drama-2", "drama-1"], profile.Recommended(2).Cards.Select(card => card.Title.Value));
    }

    [Fact]
    public void Boost_and_bury_titles_and_explain_it()
    {
        var horrors = (int count, TestProfile profile) => profile.Recommended(count).Cards.Count(card => card.Title.Value.StartsWith("horror", StringComparison.Ordinal));
        var boosted = With(NewRule(RuleAction.Boost) with { Filter = "genre:horror", Strength = 5 });
        var buried = With(NewRule(RuleAction.Bury) with { Filter = "genre:horror", Strength = 5 });

        Assert.Equal(30, horrors(30, boosted));
        Assert.Equal(0, horrors(60, buried));
        var parts = boosted.Home(explain: true).Rows.SelectMany(row => row.Cards).First(card => card.Title.Value.StartsWith("horror", StringComparison.Ordinal)).Parts;
        Assert.Equal(5, parts.Single(part => part.Part == "editorial").Value);
    }

    [Fact]
    public void Boost_and_bury_rows()
    {
        var genres = With().Home().Rows.Where(row => row.Kind == RowKind.Genre).Select(row => row.Id).ToArray();
        var (first, last) = (genres[0], genres[^1]);

        var boosted = With(NewRule(RuleAction.Boost) with { Row = last, Strength = 5 }).Home();
        var buried = With(NewRule(RuleAction.Bury) with { RowKind = RowKind.Genre, Strength = 5 }).Home();

        Assert.True(boosted.PlaceOf(last.Value) < boosted.PlaceOf(first.Value));
        Assert.True(buried.PlaceOf(first.Value) > With().Home().PlaceOf(first.Value));
    }

    [Fact]
    public void Cap_what_a_page_holds_to_the_best()
    {
        var best = With().Recommended(500).Cards.Select(card => card.Title).Where(title => title.Value.StartsWith("horror", StringComparison.Ordinal)).Take(3);
        var page = With(NewRule(RuleAction.Cap) with { Filter = "genre:horror", Limit = 3 }).Home();

        Assert.Empty(page.Titles().Where(title => title.Value.StartsWith("horror", StringComparison.Ordinal)).Except(best));
    }

    [Theory]
    [InlineData("country", false)]
    [InlineData("device", false)]
    [InlineData("kids", false)]
    [InlineData("start", false)]
    [InlineData("end", false)]
    [InlineData("all", true)]
    public void Count_only_where_when_and_for_whom_they_say(string limit, bool counts)
    {
        var rule = NewRule(RuleAction.Pin) with { Titles = [new("drama-17")], Place = 1 };
        rule = limit switch
        {
            "country" => rule with { Countries = ["SE"] },
            "device" => rule with { Devices = [DeviceKind.Tv] },
            "kids" => rule with { Kids = true },
            "start" => rule with { Start = TestWorld.Now.AddTicks(1) },
            "end" => rule with { End = TestWorld.Now },
            _ => rule with { Countries = ["DE", "SE"], Devices = [DeviceKind.Web], Kids = false, Start = TestWorld.Now, End = TestWorld.Now.AddTicks(1) },
        };
        var profile = With(rule);
        profile.Settings = profile.Settings with { Country = "DE" };

        Assert.Equal(counts, profile.Recommended().Cards[0].Title.Value == "drama-17");
    }

    [Fact]
    public void Are_shown_before_they_are_kept_with_what_they_move()
    {
        var profile = With();
        var rule = NewRule(RuleAction.Pin) with { Titles = [new("horror-7")], Place = 1, Start = TestWorld.Now.AddDays(9) };

        var preview = _world.Engine.Preview(
            profile.State, profile.Settings, profile.Moment, new RulePreviewRequest { Profile = profile.Settings.Id, Rule = rule, Columns = 10 });

        Assert.Equal(With().Home(columns: 10).Titles(), preview.Without.Titles());
        Assert.Equal("horror-7", preview.With.Rows[0].Titles()[0].Value);
        Assert.Equal(new PagePlace(1, 1), preview.Titles.Single(move => move.Title.Value == "horror-7").After);
        Assert.Equal("The horror-7", preview.Titles[0].Name);
        Assert.All(preview.Titles, move => Assert.NotEqual(move.Before, move.After));
    }

    public static TheoryData<EditorialRule, string> Wrong => new()
    {
        { NewRule(RuleAction.Pin), "titles" },
        { NewRule(RuleAction.Pin) with { Titles = [new("drama-1")] }, "place" },
        { NewRule(RuleAction.Pin) with { Titles = [new("drama-1"), new("nothing")], Place = 1 }, "titles[1]" },
        { NewRule(RuleAction.Pin) with { Row = new RowId("x"), Place = 41 }, "place" },
        { NewRule(RuleAction.Pin) with { Filter = "year>1", Place = 1 }, "filter" },
        { NewRule(RuleAction.Boost), "titles" },
        { NewRule(RuleAction.Boost) with { Filter = "colour:red" }, "filter" },
        { NewRule(RuleAction.Boost) with { Filter = "year>1", RowKind = RowKind.Genre }, "titles" },
        { NewRule(RuleAction.Boost) with { Filter = "year>1", Strength = 5.1 }, "strength" },
        { NewRule(RuleAction.Boost) with { Filter = "year>1", Strength = double.NaN }, "strength" },
        { NewRule(RuleAction.Bury) with { Filter = "year>1", Limit = 1 }, "limit" },
        { NewRule(RuleAction.Cap) with { Filter = "year>1" }, "limit" },
        { NewRule(RuleAction.Cap) with { Row = new RowId("x"), Limit = 1 }, "row" },
        { NewRule(RuleAction.Cap) with { Filter = "year>1", Limit = 1, Countries = ["Germany"] }, "countries" },
        { NewRule(RuleAction.Cap) with { Filter = "year>1", Limit = 1, Start = TestWorld.Now, End = TestWorld.Now }, "end" },
        { NewRule(RuleAction.Cap) with { Filter = "year>1", Limit = 1, Priority = 1001 }, "priority" },
        { NewRule((RuleAction)9) with { Filter = "year>1" }, "action" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void That_make_no_sense_are_refused_by_field(EditorialRule rule, string field) => Assert.Equal(field, _world.Engine.Check(rule)?.Field);

    private static EditorialRule NewRule(RuleAction action, string id = "r") => new() { Id = new RuleId(id), Action = action };

    private TestProfile With(params EditorialRule[] rules)
    {
        var profile = _world.NewProfile();
        profile.Rules = RuleSet.Of(rules, version: 1);
        return profile;
    }
}
