using Orleans.Personalize.Pages;
using Orleans.Personalize.Rules;

namespace Orleans.Personalize.Conformance.for_IPersonalizer;

public abstract class Editorial_rules<THost>(THost host) : PersonalizerFacts<THost>(host)
    where THost : PersonalizerHost
{
    private static readonly TitleId Pinned = SampleCatalog.Film("thriller", 5);

    private IEditorialRules Rules => Host.Rules;

    [Fact]
    public async Task A_pin_is_on_the_page_until_it_is_removed_and_outlives_a_restart()
    {
        var profile = await NewProfileAsync(country: "DE");
        var rule = NewPin("pin-1") with { Countries = ["DE"], Text = "Thriller night" };

        await Rules.PutRuleAsync(rule);
        await Host.SettleAsync();
        var first = (await HomeAsync(profile)).Rows[0].Cards[0];
        await Host.RestartAsync();
        var again = (await HomeAsync(profile)).Rows[0].Cards[0];

        Assert.Equal((Pinned, ReasonKind.Editorial, "Thriller night"), (first.Title, first.Reason.Kind, first.Reason.Text));
        Assert.Equal(Pinned, again.Title);
        AssertSame(rule, await Rules.GetRuleAsync(rule.Id));
        Assert.True(await Rules.RemoveRuleAsync(rule.Id));
        Assert.False(await Rules.RemoveRuleAsync(rule.Id));
        await Host.SettleAsync();
        Assert.DoesNotContain((await HomeAsync(profile)).Rows.SelectMany(row => row.Cards), card => card.Reason.Kind == ReasonKind.Editorial);
        await Assert.ThrowsAsync<UnknownRuleException>(() => Rules.GetRuleAsync(rule.Id));
    }

    [Fact]
    public async Task A_child_is_not_shown_what_is_pinned_and_not_for_it()
    {
        var child = await NewProfileAsync(kids: true);
        var rule = NewPin("pin-2") with { Titles = [Pinned, SampleCatalog.Film("crime", 1), SampleCatalog.NotYet, SampleCatalog.Film("family", 7)] };

        await Rules.PutRuleAsync(rule);
        await Host.SettleAsync();
        var page = await HomeAsync(child);
        await Rules.RemoveRuleAsync(rule.Id);
        await Host.SettleAsync();

        Assert.Equal(SampleCatalog.Film("family", 7), page.Rows[0].Cards[0].Title);
        Assert.Empty(TitlesOf(page).Intersect(rule.Titles.Take(3)));
    }

    [Fact]
    public async Task A_rule_that_makes_no_sense_is_refused_by_field_and_not_kept()
    {
        var unknown = NewPin("wrong") with { Titles = [Pinned, new TitleId("nothing")] };
        var unreadable = new EditorialRule { Id = new RuleId("wrong"), Action = RuleAction.Boost, Filter = "colour:red" };

        Assert.Equal("titles[1]", (await Assert.ThrowsAsync<InvalidRequestException>(() => Rules.PutRuleAsync(unknown))).Field);
        Assert.Equal("filter", (await Assert.ThrowsAsync<InvalidRequestException>(() => Rules.PutRuleAsync(unreadable))).Field);
        Assert.DoesNotContain((await Rules.ListRulesAsync()).Rules, rule => rule.Id.Value == "wrong");
    }

    [Fact]
    public async Task A_preview_shows_what_moves_and_keeps_nothing()
    {
        var profile = await NewProfileAsync();
        var request = new RulePreviewRequest { Profile = profile.Profile, Rule = NewPin("preview"), Columns = 10 };

        var preview = await Rules.PreviewRuleAsync(request);

        Assert.Equal(Pinned, preview.With.Rows[0].Cards[0].Title);
        Assert.NotEqual(Pinned, preview.Without.Rows[0].Cards[0].Title);
        Assert.Equal(new PagePlace(1, 1), preview.Titles.Single(move => move.Title == Pinned).After);
        Assert.DoesNotContain((await Rules.ListRulesAsync()).Rules, rule => rule.Id == request.Rule.Id);
        await Assert.ThrowsAsync<UnknownProfileException>(() => Rules.PreviewRuleAsync(request with { Profile = new ProfileId("nobody") }));
        var wrong = request with { Rule = request.Rule with { Place = 0 } };
        Assert.Equal("rule.place", (await Assert.ThrowsAsync<InvalidRequestException>(() => Rules.PreviewRuleAsync(wrong))).Field);
    }

    private static EditorialRule NewPin(string id) => new() { Id = new RuleId(id), Action = RuleAction.Pin, Titles = [Pinned], Place = 1 };
}
