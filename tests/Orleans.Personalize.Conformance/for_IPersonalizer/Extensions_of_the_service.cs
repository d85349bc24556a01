using System.Collections.Immutable;
using Orleans.Personalize.Conformance.Extensions;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Rules;
using Orleans.Personalize.Search;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Conformance.for_IPersonalizer;

/// <summary>See <see cref="SampleExtensions"/>.</summary>
public abstract class Extensions_of_the_service<THost>(THost host) : PersonalizerFacts<THost>(host)
    where THost : PersonalizerHost
{
    [Fact]
    public async Task A_row_kind_of_its_own_stands_on_the_page_with_what_the_profile_may_see_and_has_not_seen()
    {
        await PutAsync("festival", 7, (title, n) => title with { MaturityAge = n == 7 ? 16 : 6, Year = 2010 + n });
        var (member, other) = (await NewProfileAsync(), await NewProfileAsync(maturityLimit: 12));
        await RecordAsync(member.Completed(new TitleId("festival-5")));

        var (page, limited) = (await HomeAsync(member), await HomeAsync(other));

        var row = Assert.Single(page.Rows, row => row.Id == new RowId("festival"));
        Assert.Equal((RowKind.Custom, $"From the festival, Member {member.Profile}"), (row.Kind, row.Title));
        Assert.All(row.Cards, card => Assert.Equal("They ran at the festival", card.Reason.Text));
        var numbers = NumbersOf(row).ToList();
        Assert.Equal(numbers.OrderDescending(), numbers);
        Assert.Contains(7, numbers);
        Assert.DoesNotContain(5, numbers);
        Assert.DoesNotContain(7, NumbersOf(Assert.Single(limited.Rows, row => row.Id == new RowId("festival"))));
    }

    [Fact]
    public async Task A_part_of_the_score_moves_titles_everywhere_and_is_explained()
    {
        await PutAsync("produced", 6, (title, n) => title with { Tags = n > 3 ? ["own production"] : ["bought"] });
        var member = await NewProfileAsync();
        var request = new RecommendationRequest
        {
            Profile = member.Profile,
            Explain = true,
            Selection = new TitleSelection { Include = [.. Enumerable.Range(1, 6).Select(n => new TitleId($"produced-{n}"))] },
        };

        var list = await Personalizer.RecommendAsync(request);
        var page = await Personalizer.GetHomeAsync(new HomeRequest { Profile = member.Profile, Explain = true, Columns = 40 });

        Assert.Equal([4, 5, 6], list.Cards.Take(3).Select(NumberOf).Order());
        Assert.All(list.Cards, card => Assert.Equal(NumberOf(card) > 3 ? 0.5 : 0, card.Parts.Single(part => part.Part == "ownProduction").Value));
        Assert.All(page.Rows.SelectMany(row => row.Cards), card => Assert.Contains(card.Parts, part => part.Part == "ownProduction"));
        Assert.Equal(list.Cards.Select(card => card.MatchScore).Distinct(), [list.Cards[0].MatchScore]);
    }

    [Fact]
    public async Task Nothing_brings_back_what_a_filter_of_the_service_denies()
    {
        await PutAsync("scary", 8, (title, _) => title with { Tags = ["scary"], MaturityAge = 0 });
        var scary = ImmutableArray.CreateRange(Enumerable.Range(1, 8).Select(n => new TitleId($"scary-{n}")));
        var (child, adult) = (await NewProfileAsync(kids: true), await NewProfileAsync());
        var rule = new EditorialRule { Id = new RuleId("scary"), Action = RuleAction.Pin, Titles = scary, Place = 1 };
        await Host.Rules.PutRuleAsync(rule);
        await Host.SettleAsync();

        var page = await HomeAsync(child);
        var adults = await HomeAsync(adult);
        var list = await Personalizer.RecommendAsync(new RecommendationRequest { Profile = child.Profile, Count = 500 });
        var found = await Personalizer.SearchAsync(new SearchRequest { Profile = child.Profile, Query = "scary" });
        var reranked = await Personalizer.RerankAsync(new RerankRequest { Profile = child.Profile, Titles = scary });
        await Host.Rules.RemoveRuleAsync(rule.Id);
        await Host.SettleAsync();

        Assert.Contains(scary[0], TitlesOf(adults));
        Assert.Empty(TitlesOf(page).Intersect(scary));
        Assert.Empty(list.Cards.Select(card => card.Title).Intersect(scary));
        Assert.Empty(found.Cards.Select(card => card.Title).Intersect(scary));
        Assert.Equal(scary.Select(title => (title, LeftOutReason.Forbidden)), reranked.LeftOut.Select(left => (left.Title, left.Reason)));
        await Assert.ThrowsAsync<UnknownTitleException>(() => Personalizer.GetTitlePageAsync(child.Profile, scary[0]));
    }

    [Fact]
    public async Task A_filter_may_be_an_expression()
    {
        await PutAsync("withdrawn", 2, (title, n) => title with { Tags = [n == 1 ? "withdrawn" : "kept"] });
        var member = await NewProfileAsync();

        var list = await Personalizer.RecommendAsync(new RecommendationRequest { Profile = member.Profile, Count = 500 });

        Assert.Contains(list.Cards, card => card.Title == new TitleId("withdrawn-2"));
        Assert.DoesNotContain(list.Cards, card => card.Title == new TitleId("withdrawn-1"));
    }

    private async Task PutAsync(string tag, int count, Func<Title, int, Title> change)
    {
        var titles = Enumerable.Range(1, count).Select(n => change(SampleCatalog.NewFilm($"{tag}-{n}") with { Tags = [tag] }, n));
        Assert.All(await Personalizer.PutTitlesAsync([.. titles]), result => Assert.True(result.Accepted, $"{result.Id}: {result.Field} {result.Reason}"));
    }

    private static IEnumerable<int> NumbersOf(Row row) => row.Cards.Select(NumberOf);

    private static int NumberOf(Card card) => card.Title.Value[^1] - '0';
}
