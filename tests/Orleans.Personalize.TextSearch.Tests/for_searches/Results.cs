using Orleans.Personalize.Engine.Search;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Search;
using Orleans.Personalize.Titles;
using static Orleans.Personalize.TextSearch.Tests.SearchWorld;

namespace Orleans.Personalize.TextSearch.Tests.for_searches;

public class Results
{
    private static readonly Credit Actor = new() { Name = "Greta Holm" };

    [Fact]
    public void The_very_name_comes_first_then_names_that_begin_so_then_those_that_contain_it_then_people()
    {
        using var world = new SearchWorld(
            Film("Quiet Days", "Drama") with { People = [new Credit { Name = "Alien Jones" }] },
            Film("My Stepmother Is an Alien", "Comedy"),
            Film("Alien Nation", "Action"),
            Film("Alien", "Horror"));
        Assert.Equal(["Alien", "Alien Nation", "My Stepmother Is an Alien", "Quiet Days"], world.Names("alien"));
    }

    [Fact]
    public void An_article_may_be_left_out()
    {
        using var world = new SearchWorld(Film("Matrix Reloaded"), Film("The Matrix"), Film("Das Boot"), Film("Boot Camp"));
        Assert.Equal(["The Matrix", "Matrix Reloaded"], world.Names("matrix"));
        Assert.Equal(["Das Boot", "Boot Camp"], world.Names("boot"));
        Assert.Equal("The Matrix", world.Names("the matrix")[0]);
        Assert.Contains(new SearchSuggestion(SuggestionKind.Query, "Matrix"), world.Search("matr").Suggestions);
    }

    [Fact]
    public void Taste_orders_equal_matches_and_never_puts_another_before_the_very_name()
    {
        var comedies = Enumerable.Range(0, 12).Select(i => Film($"Laughing {i}", "Comedy")).ToArray();
        using var world = new SearchWorld([.. comedies, Film("Moon One", "Horror"), Film("Moon Two", "Comedy"), Film("Moon", "Horror"), .. Fillers()]);
        foreach (var comedy in comedies) world.Completed(comedy);
        Assert.Equal(["Moon", "Moon Two", "Moon One"], world.Names("moon"));
    }

    [Fact]
    public void Reasons_say_what_matches()
    {
        using var world = new SearchWorld(
            Film("Night Ferry", "Crime") with { OriginalName = "Nattfärjan", AlternativeNames = ["The Crossing"], Tags = ["harbour"], People = [Actor, new Credit { Name = "Per Lind", Role = CreditRole.Director }] });
        Assert.Equal("Title", ReasonFor("night"));
        Assert.Equal("Original title: Nattfärjan", ReasonFor("nattfarjan"));
        Assert.Equal("Also known as The Crossing", ReasonFor("crossing"));
        Assert.Equal("Actor: Greta Holm", ReasonFor("greta"));
        Assert.Equal("Director: Per Lind", ReasonFor("per lind"));
        Assert.Equal("Genre: Crime", ReasonFor("crime"));
        Assert.Equal("About: harbour", ReasonFor("harbour"));
        Assert.Equal("Actor: Greta Holm", ReasonFor("night holm"));

        string ReasonFor(string query) => Assert.Single(world.Search(query).Cards).Reason.Text;
    }

    [Fact]
    public void What_others_opened_after_the_same_search_moves_up_and_in()
    {
        Title[] titles = [Film("Game Night", "Comedy"), Film("Game Change", "Drama"), Film("Throne of Ice", "Fantasy")];
        using var world = new SearchWorld(titles);
        var openings = SearchOpenings.Empty;
        for (var i = 0; i < 5; i++)
        {
            world.Does(id => new SearchResultOpened { Id = id, Profile = world.Settings.Id, Time = Now, Title = titles[1].Id, Query = "GAME " });
            openings = world.Outcomes.Aggregate(openings, (all, outcome) => all.Apply(outcome));
            openings = openings.Apply(new TitleOutcome(2, TitleOutcomeKind.OpenedAfterSearch, Now, 1, SearchOpenings.NumberOf("game"), null));
        }

        openings = SearchOpenings.Decode(openings.Encode());
        using var fresh = new SearchWorld(titles);
        Assert.Equal(["Game Night", "Game Change"], fresh.Names("game"));
        var learnt = fresh.Search("game", openings: openings.After(SearchOpenings.NumberOf("gÁme"), Now));
        Assert.Equal(["Game Change", "Game Night", "Throne of Ice"], learnt.Cards.Select(card => card.Name));
        Assert.Empty(openings.After(SearchOpenings.NumberOf("other"), Now));
    }

    [Fact]
    public void Only_the_kind_asked_for_is_found()
    {
        using var world = new SearchWorld(Film("Harbour", "Drama"), Film("Harbour Lights", "Drama") with { Kind = TitleKind.Series });
        Assert.Equal(["Harbour Lights"], world.Search("harbour", kind: TitleKind.Series).Cards.Select(card => card.Name));
        Assert.Equal(["Harbour"], world.Search("harbour", kind: TitleKind.Film).Cards.Select(card => card.Name));
    }

    [Fact]
    public void Nothing_that_a_child_may_not_see_is_found_suggested_or_named()
    {
        using var world = new SearchWorld(
            [Film("Blood Harbour", "Slasher") with { MaturityAge = 18, Tags = ["gruesome"], People = [Actor] },
            Film("Blood Moon", "Slasher") with { MaturityAge = 18, Availability = [new AvailabilityWindow { Country = "DE" }] },
            .. Fillers()]);
        Assert.NotEmpty(world.Search("slas").Suggestions);
        world.Settings = world.Settings with { Kids = true };
        foreach (var query in (string[])["blood", "blood moon", "slasher", "slas", "gruesome", "greta holm", "gre", "b"])
        {
            var results = world.Search(query);
            Assert.DoesNotContain(results.Cards, card => card.Name.StartsWith("Blood", StringComparison.Ordinal));
            Assert.DoesNotContain(results.Suggestions, suggestion => suggestion.Text is "Slasher" or "gruesome" or "Greta Holm" || suggestion.Text.Contains("Blood", StringComparison.Ordinal));
            Assert.DoesNotContain("Related to Blood", string.Join('|', results.Cards.Select(card => card.Reason.Text)), StringComparison.Ordinal);
        }

        world.Searched("blood moon");
        Assert.DoesNotContain(world.Home().Rows, row => row.Kind == RowKind.FromSearch);
    }

    [Fact]
    public void A_title_that_cannot_be_shown_here_leads_to_titles_like_it()
    {
        using var world = new SearchWorld(
            [Film("Galaxy Patrol", "Space", "Adventure") with { Availability = [new AvailabilityWindow { Country = "DE" }] },
            .. Enumerable.Range(0, 5).Select(i => Film($"Star Crew {i}", "Space", "Adventure")), .. Fillers()]);
        var results = world.Search("galaxy patrol");
        Assert.Equal(SearchOutcome.Related, results.Outcome);
        Assert.Equal("Titles related to “Galaxy Patrol”", results.Heading);
        Assert.All(results.Cards.Take(5), card => Assert.StartsWith("Star Crew", card.Name, StringComparison.Ordinal));
        Assert.All(results.Cards, card => Assert.Equal((ReasonKind.SearchRelated, "Related to Galaxy Patrol"), (card.Reason.Kind, card.Reason.Text)));
        world.Settings = world.Settings with { Country = "DE" };
        Assert.Equal("Galaxy Patrol", world.Search("galaxy patrol").Cards[0].Name);
    }

    [Fact]
    public void A_title_nobody_knows_leads_to_those_that_have_the_rarer_words()
    {
        using var world = new SearchWorld([Film("Iron Heart", "Drama") with { Synopsis = "A robot learns to love." }, .. Fillers()]);
        var results = world.Search("robot detective chronicles");
        Assert.Equal(SearchOutcome.Related, results.Outcome);
        Assert.Equal("Iron Heart", results.Cards[0].Name);
        Assert.Equal("Goes with “robot”", results.Cards[0].Reason.Text);
    }

    [Fact]
    public void All_telling_words_of_a_description_count_not_only_the_first()
    {
        using var world = new SearchWorld(
            [Film("Low Tide", "Drama") with { Synopsis = "Two sisters come back to the lighthouse." }, .. Fillers().Select(title => title with { Synopsis = "A story about somebody who comes back." })]);
        var results = world.Search("that strange story about somebody who once comes back and finds the lighthouse");
        Assert.Equal(SearchOutcome.Related, results.Outcome);
        Assert.Equal("Low Tide", results.Cards[0].Name);
    }

    [Fact]
    public void The_last_of_many_tags_and_people_is_found_as_well_as_the_first()
    {
        using var world = new SearchWorld(
            Film("Crowded House", "Drama") with
            {
                Tags = [.. Enumerable.Range(0, 15).Select(i => $"subject{(char)('a' + i)}"), "stilt walkers"],
                People = [.. Enumerable.Range(0, 15).Select(i => new Credit { Name = $"Somebody{(char)('a' + i)}" }), new Credit { Name = "Ada Lund" }],
            },
            Film("Empty House", "Drama"));
        Assert.Equal("About: stilt walkers", Assert.Single(world.Search("stilt").Cards).Reason.Text);
        Assert.Equal("Actor: Ada Lund", Assert.Single(world.Search("ada lund").Cards).Reason.Text);
        Assert.Equal("Crowded House", Assert.Single(world.Names("\"stilt walkers\"")));
        Assert.Equal("Crowded House", Assert.Single(world.Names("\"ada lund\" house")));
    }

    [Fact]
    public void A_name_that_was_typed_from_its_beginning_brings_no_others_that_only_resemble_it()
    {
        using var world = new SearchWorld(Film("Silent Hill"), Film("Silent Hall"), Film("Silent Mill"));
        Assert.Equal(["Silent Hill"], world.Names("silent hill"));
        Assert.Equal(["Silent Hall", "Silent Hill"], world.Names("silent hull").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_search_takes_little_memory_beside_its_answer()
    {
        using var world = new SearchWorld([.. Enumerable.Range(0, 300).Select(i =>
            Film($"Paper Moon {i}", "Comedy", "Romance") with { Tags = ["circus", "road"], Countries = ["FR"], Year = 1970 + (i % 40), Synopsis = "Nobody knows the way to the moon." })]);
        foreach (var query in (string[])["paper moon", "romcoms", "french comedies", "the way"])
        {
            world.Search(query);
            var before = GC.GetAllocatedBytesForCurrentThread();
            world.Search(query);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024);
        }
    }

    [Theory]
    [InlineData("spy")]
    [InlineData("spies")]
    [InlineData("spy movies")]
    public void A_word_that_no_title_has_leads_to_titles_that_say_it_otherwise(string query)
    {
        var glasses = Enumerable.Range(1, 4).Select(i => Film($"Final Glass {i}", "Thriller") with { Tags = ["espionage"] });
        using var world = new SearchWorld([.. glasses, Film("The Embassy", "Thriller"), .. Fillers()]);
        var results = world.Search(query);
        Assert.Equal((SearchOutcome.Related, $"Titles related to “{query}”"), (results.Outcome, results.Heading));
        Assert.Equal(["Final Glass 1", "Final Glass 2", "Final Glass 3", "Final Glass 4", "The Embassy"], results.Cards.Select(card => card.Name).Order(StringComparer.Ordinal));
        Assert.All(results.Cards, card => Assert.Equal(ReasonKind.SearchRelated, card.Reason.Kind));
        Assert.Contains(results.Cards, card => card.Reason.Text == $"Related to “{query}”");
        world.Searched(query);
        Assert.Contains(world.Home().Rows, row => row.Kind == RowKind.FromSearch && row.Cards.Any(card => card.Name == "Final Glass 1"));
    }

    [Fact]
    public void Titles_that_have_the_word_itself_are_found_and_not_only_related()
    {
        using var world = new SearchWorld([Film("The Spy", "Thriller"), Film("Final Glass", "Thriller") with { Tags = ["espionage"] }, .. Fillers()]);
        var results = world.Search("spy");
        Assert.Equal((SearchOutcome.Found, "The Spy", "Title"), (results.Outcome, results.Cards[0].Name, results.Cards[0].Reason.Text));
        Assert.Equal("Final Glass", results.Cards[1].Name);
    }

    [Fact]
    public void One_and_many_are_the_same_word()
    {
        using var world = new SearchWorld([Film("Willow Road", "Family") with { Synopsis = "A dog comes home." }, Film("Dossier", "Thriller"), .. Fillers()]);
        Assert.Equal("Willow Road", world.Names("dogs").FirstOrDefault());
        Assert.DoesNotContain("Willow Road", world.Names("\"dogs\""));
    }

    [Fact]
    public void The_whole_name_of_a_genre_means_the_genre()
    {
        using var world = new SearchWorld([Film("The Ward Seven Night Shift Resumes", "Drama"), Film("Quiet Front", "War"), Film("War Horse", "Drama")]);
        Assert.Equal(["War Horse", "Quiet Front", "The Ward Seven Night Shift Resumes"], world.Names("war"));
    }

    [Fact]
    public void Where_nothing_fits_it_says_so_and_shows_top_picks()
    {
        using var world = new SearchWorld(Fillers());
        var results = world.Search("qqqqqq zzzzzz");
        Assert.Equal(SearchOutcome.Nothing, results.Outcome);
        Assert.Equal("Nothing found for “qqqqqq zzzzzz”. Top picks for you", results.Heading);
        Assert.NotEmpty(results.Cards);
        Assert.All(results.Cards, card => Assert.NotEqual(ReasonKind.SearchMatch, card.Reason.Kind));
    }

    [Fact]
    public void Suggestions_complete_what_was_typed_and_name_people_genres_and_tags()
    {
        using var world = new SearchWorld(
            Film("The Northern Line", "Nordic Noir") with { Tags = ["north sea"], People = [new Credit { Name = "Norma Nielsen" }] },
            Film("Norse Tales", "Animation"));
        var suggestions = world.Search("nor").Suggestions;
        Assert.Contains(new SearchSuggestion(SuggestionKind.Query, "Northern"), suggestions);
        Assert.Contains(new SearchSuggestion(SuggestionKind.Query, "Norse"), suggestions);
        Assert.Contains(new SearchSuggestion(SuggestionKind.Genre, "Nordic Noir"), suggestions);
        Assert.Contains(new SearchSuggestion(SuggestionKind.Person, "Norma Nielsen"), suggestions);
        Assert.Contains(new SearchSuggestion(SuggestionKind.Tag, "north sea"), suggestions);
        Assert.Contains(new SearchSuggestion(SuggestionKind.Query, "Northern Line"), world.Search("nothern lin").Suggestions);
    }

    [Fact]
    public void A_search_makes_a_row_on_the_next_page_and_moves_the_taste_a_little()
    {
        var westerns = Enumerable.Range(0, 6).Select(i => Film($"Dusty Trail {i}", "Western")).ToArray();
        using var world = new SearchWorld([.. westerns, .. Fillers()]);
        Assert.DoesNotContain(world.Home().Rows, row => row.Kind == RowKind.FromSearch);
        world.Searched("westérn");
        var row = Assert.Single(world.Home().Rows, row => row.Kind == RowKind.FromSearch);
        Assert.Equal(("from-searches", "From your searches", "You searched for “westérn”"), (row.Id.Value, row.Title, row.Reason.Text));
        Assert.All(row.Cards, card => Assert.StartsWith("Dusty", card.Name, StringComparison.Ordinal));
        var entry = Assert.Single(world.Engine.Describe(world.State).Themes);
        Assert.Equal("Western", entry.Name);
        Assert.InRange(entry.Weight, 0.05, 0.3);
    }

    private static IEnumerable<Title> Fillers() =>
        from genre in (string[])["Horror", "Drama", "Musical", "War"]
        from number in Enumerable.Range(0, 8)
        select Film($"{genre} Picture {number}", genre) with { Synopsis = "Somebody does something somewhere, and it matters." };
}
