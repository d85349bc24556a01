using Orleans.Personalize.Pages;
using Orleans.Personalize.Search;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Conformance.for_IPersonalizer;

/// <summary>What a search promises on every host.</summary>
/// <typeparam name="THost">The host under test.</typeparam>
/// <param name="host">The host under test.</param>
public abstract class Searching<THost>(THost host) : PersonalizerFacts<THost>(host)
    where THost : PersonalizerHost
{
    [Fact]
    public async Task Finds_titles_while_they_are_typed()
    {
        var profile = await NewProfileAsync();
        foreach (var query in (string[])["thr", "thriller 3", "triller 3", "3 thriller"])
        {
            var results = await SearchAsync(profile, query);
            Assert.Equal((profile.Profile, query, SearchOutcome.Found), (results.Profile, results.Query, results.Outcome));
            Assert.Contains(SampleCatalog.Film("thriller", 3), results.Cards.Select(card => card.Title));
        }

        Assert.Equal(SampleCatalog.Film("thriller", 3), (await SearchAsync(profile, "thriller 3")).Cards[0].Title);
        Assert.Contains(new SearchSuggestion(SuggestionKind.Genre, "Thriller"), (await SearchAsync(profile, "thr")).Suggestions);
        Assert.Contains(new SearchSuggestion(SuggestionKind.Person, "Crime Actor 2"), (await SearchAsync(profile, "crime actor")).Suggestions);
    }

    [Fact]
    public async Task Finds_a_title_as_soon_as_it_is_there_and_no_longer_than_that()
    {
        var profile = await NewProfileAsync();
        Assert.NotEqual(SearchOutcome.Found, (await SearchAsync(profile, "zanzibar")).Outcome);
        var title = SampleCatalog.NewFilm("search-new") with { Name = "Nights in Zanzibar" };
        await Personalizer.PutTitlesAsync([title]);
        Assert.Equal(title.Id, Assert.Single((await SearchAsync(profile, "zanzibar")).Cards).Title);
        await Personalizer.PutTitlesAsync([title with { Name = "Nights in Casablanca" }]);
        Assert.NotEqual(SearchOutcome.Found, (await SearchAsync(profile, "zanzibar")).Outcome);
        Assert.Equal(title.Id, Assert.Single((await SearchAsync(profile, "casablanca")).Cards).Title);
        await Personalizer.RemoveTitleAsync(title.Id);
        Assert.NotEqual(SearchOutcome.Found, (await SearchAsync(profile, "casablanca")).Outcome);
    }

    [Fact]
    public async Task Shows_nothing_above_the_limits_or_outside_the_country_and_leads_to_titles_like_it()
    {
        var child = await NewProfileAsync(kids: true);
        Assert.DoesNotContain((await SearchAsync(child, "crime")).Cards, card => card.Name.StartsWith("Crime", StringComparison.Ordinal));
        Assert.DoesNotContain((await SearchAsync(child, "crime")).Suggestions, suggestion => suggestion.Text.StartsWith("Crime", StringComparison.Ordinal));

        var abroad = await NewProfileAsync(country: "FR");
        var results = await SearchAsync(abroad, SampleCatalog.GermanyOnly.Value);
        Assert.DoesNotContain(SampleCatalog.GermanyOnly, results.Cards.Select(card => card.Title));
        Assert.Equal((SearchOutcome.Related, "Related to The germany-only"), (results.Outcome, results.Cards[0].Reason.Text));
        var there = await Personalizer.SearchAsync(new SearchRequest { Profile = abroad.Profile, Query = SampleCatalog.GermanyOnly.Value, Country = "DE" });
        Assert.Equal(SampleCatalog.GermanyOnly, there.Cards[0].Title);
    }

    [Fact]
    public async Task Finds_only_what_the_filter_the_lists_and_the_kind_of_the_request_leave()
    {
        var profile = await NewProfileAsync();
        var request = new SearchRequest { Profile = profile.Profile, Query = "thriller", Count = 20 };

        var filtered = await Personalizer.SearchAsync(request with { Selection = new TitleSelection { Filter = "year>=2010" } });
        var included = await Personalizer.SearchAsync(request with { Selection = new TitleSelection { Include = [SampleCatalog.Film("thriller", 2)] } });
        var excluded = await Personalizer.SearchAsync(request with { Selection = new TitleSelection { Exclude = [SampleCatalog.Film("thriller", 2)] } });
        var series = await Personalizer.SearchAsync(request with { Query = "series", Kind = TitleKind.Series });

        Assert.Equal(["thriller-5", "thriller-6", "thriller-7", "thriller-8"], filtered.Cards.Select(card => card.Title.Value).Order(StringComparer.Ordinal));
        Assert.Equal(SampleCatalog.Film("thriller", 2), Assert.Single(included.Cards).Title);
        Assert.Equal(7, excluded.Cards.Length);
        Assert.DoesNotContain(SampleCatalog.Film("thriller", 2), excluded.Cards.Select(card => card.Title));
        Assert.All(series.Cards, card => Assert.Equal(TitleKind.Series, card.Kind));
        Assert.NotEmpty(series.Cards);
        Assert.Equal("filter", (await Assert.ThrowsAsync<InvalidRequestException>(
            () => Personalizer.SearchAsync(request with { Selection = new TitleSelection { Filter = "year>" } }))).Field);
    }

    [Fact]
    public async Task A_search_is_on_the_very_next_page()
    {
        var profile = await NewProfileAsync();
        Assert.Null(RowOf(await HomeAsync(profile), RowKind.FromSearch));
        await RecordAsync(profile.Searched("science fic"));
        var row = RowOf(await HomeAsync(profile), RowKind.FromSearch);
        Assert.NotNull(row);
        Assert.All(row.Cards, card => Assert.StartsWith("Science Fiction", card.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_members_open_after_a_search_moves_up_for_all_and_stays_after_a_restart()
    {
        var titles = Enumerable.Range(1, 3).Select(i => SampleCatalog.NewFilm($"learnt-{i}") with { Name = $"Umbrella {(char)('A' + i)}" }).ToArray();
        await Personalizer.PutTitlesAsync([.. titles]);
        var before = (await SearchAsync(await NewProfileAsync(), "umbrella")).Cards;
        var last = before[^1].Title;
        for (var i = 0; i < 12; i++)
        {
            var member = await NewProfileAsync();
            await RecordAsync(member.Found(last, "Umbrella"));
        }

        await Host.SettleAsync();
        Assert.Equal(last, (await SearchAsync(await NewProfileAsync(), "umbrella")).Cards[0].Title);
        await Host.RestartAsync();
        Assert.Equal(last, (await SearchAsync(await NewProfileAsync(), "umbrella")).Cards[0].Title);
    }

    [Fact]
    public async Task Refuses_what_is_out_of_range()
    {
        var profile = await NewProfileAsync();
        await RefusedAsync("query", new SearchRequest { Profile = profile.Profile, Query = " " });
        await RefusedAsync("query", new SearchRequest { Profile = profile.Profile, Query = new string('x', 201) });
        await RefusedAsync("count", new SearchRequest { Profile = profile.Profile, Query = "x", Count = 0 });
        await RefusedAsync("country", new SearchRequest { Profile = profile.Profile, Query = "x", Country = "Utopia" });
        await Assert.ThrowsAsync<UnknownProfileException>(() => Personalizer.SearchAsync(new SearchRequest { Profile = NewProfileId(), Query = "x" }));
    }

    private async Task RefusedAsync(string field, SearchRequest request) =>
        Assert.Equal(field, (await Assert.ThrowsAsync<InvalidRequestException>(() => Personalizer.SearchAsync(request))).Field);

    private Task<SearchResults> SearchAsync(EventMaker profile, string query) =>
        Personalizer.SearchAsync(new SearchRequest { Profile = profile.Profile, Query = query });
}
