using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Conformance.for_IPersonalizer;

public abstract class Home_pages<THost>(THost host) : PersonalizerFacts<THost>(host)
    where THost : PersonalizerHost
{
    private static readonly TitleId Film = SampleCatalog.Film("science-fiction", 3);

    [Fact]
    public async Task A_profile_that_did_nothing_gets_a_full_page()
    {
        var profile = await NewProfileAsync();

        var page = await HomeAsync(profile);

        Assert.Equal(profile.Profile, page.Profile);
        Assert.Equal(Host.Time.GetUtcNow(), page.ComposedAt);
        Assert.True(page.Rows.Length >= 3, $"{page.Rows.Length} rows");
        Assert.All(page.Rows, row => Assert.NotEmpty(row.Cards));
    }

    [Fact]
    public async Task The_same_moment_gives_the_same_page()
    {
        var profile = await NewProfileAsync();
        await RecordAsync(profile.Completed(Film), profile.Opened(SampleCatalog.Film("drama", 2)));
        await Host.SettleAsync();

        AssertSame(await HomeAsync(profile), await HomeAsync(profile));
    }

    [Fact]
    public async Task Rows_and_columns_are_at_most_what_was_asked()
    {
        var profile = await NewProfileAsync();

        var page = await Personalizer.GetHomeAsync(new HomeRequest { Profile = profile.Profile, Rows = 2, Columns = 3 });

        Assert.InRange(page.Rows.Length, 1, 2);
        Assert.All(page.Rows, row => Assert.InRange(row.Cards.Length, 1, 3));
    }

    [Fact]
    public async Task No_row_has_a_title_twice_and_no_theme_has_two_rows()
    {
        var profile = await NewProfileAsync();
        await RecordAsync(profile.Completed(Film));

        var page = await HomeAsync(profile);

        Assert.All(page.Rows, row => Assert.Distinct(row.Cards.Select(card => card.Title)));
        Assert.Distinct(page.Rows.Select(row => row.Id));
    }

    [Fact]
    public async Task Match_scores_are_probabilities_and_every_card_has_a_reason()
    {
        var profile = await NewProfileAsync();
        await RecordAsync(profile.Thumbed(Film, Thumb.TwoUp));

        var cards = (await HomeAsync(profile)).Rows.SelectMany(row => row.Cards);

        Assert.All(cards, card => Assert.InRange(card.MatchScore, 0, 1));
        Assert.All(cards, card => Assert.False(string.IsNullOrWhiteSpace(card.Reason.Text)));
    }

    [Fact]
    public async Task A_paused_film_can_be_resumed_from_the_next_page()
    {
        var profile = await NewProfileAsync();
        Assert.Null(RowOf(await HomeAsync(profile), RowKind.ContinueWatching));

        await RecordAsync(profile.Started(Film), profile.Paused(Film, 1500));

        var row = RowOf(await HomeAsync(profile), RowKind.ContinueWatching);
        Assert.NotNull(row);
        var card = Assert.Single(row.Cards);
        Assert.Equal(Film, card.Title);
        Assert.Equal(1500, card.Progress?.PositionSeconds);
    }

    [Fact]
    public async Task A_finished_film_leaves_continue_watching()
    {
        var profile = await NewProfileAsync();
        await RecordAsync(profile.Paused(Film, 1500));

        await RecordAsync(profile.Completed(Film));

        Assert.Null(RowOf(await HomeAsync(profile), RowKind.ContinueWatching));
    }

    [Fact]
    public async Task The_film_watched_last_is_resumed_first()
    {
        var profile = await NewProfileAsync();
        var (first, second) = (SampleCatalog.Film("crime", 1), SampleCatalog.Film("crime", 2));
        await RecordAsync(profile.Paused(first, 900));
        Host.Time.Advance(TimeSpan.FromMinutes(10));

        await RecordAsync(profile.Paused(second, 900));

        Assert.Equal([second, first], RowOf(await HomeAsync(profile), RowKind.ContinueWatching)!.Cards.Select(card => card.Title));
    }

    [Fact]
    public async Task A_hidden_title_is_on_no_page_any_more()
    {
        var profile = await NewProfileAsync();
        var shown = TitlesOf(await HomeAsync(profile))[0];

        await RecordAsync(profile.Hidden(shown));

        Assert.DoesNotContain(shown, TitlesOf(await HomeAsync(profile)));
    }

    [Fact]
    public async Task My_list_is_on_the_next_page_and_leaves_it()
    {
        var profile = await NewProfileAsync();
        await RecordAsync(profile.Listed(Film));
        Assert.Contains(Film, RowOf(await HomeAsync(profile), RowKind.MyList)!.Cards.Select(card => card.Title));

        await RecordAsync(profile.Unlisted(Film));

        Assert.Null(RowOf(await HomeAsync(profile), RowKind.MyList));
    }

    [Fact]
    public async Task One_profile_s_events_do_not_show_on_another_s_page()
    {
        var (first, second) = (await NewProfileAsync(), await NewProfileAsync());
        await RecordAsync(first.Paused(Film, 1500), first.Listed(Film), first.Hidden(SampleCatalog.Film("drama", 5)));

        var page = await HomeAsync(second);

        Assert.Null(RowOf(page, RowKind.ContinueWatching));
        Assert.Null(RowOf(page, RowKind.MyList));
    }

    [Fact]
    public async Task Liking_one_genre_brings_more_of_it_to_the_top()
    {
        var profile = await NewProfileAsync();
        await RecordAsync([.. Enumerable.Range(1, 3).Select(i => profile.Completed(SampleCatalog.Film("thriller", i)))]);
        await RecordAsync([.. Enumerable.Range(1, 3).Select(i => profile.Thumbed(SampleCatalog.Film("thriller", i), Thumb.TwoUp))]);

        var best = await Personalizer.RecommendAsync(new RecommendationRequest { Profile = profile.Profile, Count = 5 });

        Assert.Contains(best.Cards, card => card.Title.Value.StartsWith("thriller-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_kids_page_has_only_titles_for_up_to_twelve_years()
    {
        var kid = await NewProfileAsync(kids: true);

        foreach (var title in TitlesOf(await HomeAsync(kid)))
            Assert.InRange((await Personalizer.GetTitleAsync(title)).MaturityAge, 0, 12);
    }

    [Fact]
    public async Task A_maturity_limit_holds()
    {
        var profile = await NewProfileAsync(maturityLimit: 6);

        foreach (var title in TitlesOf(await HomeAsync(profile)))
            Assert.InRange((await Personalizer.GetTitleAsync(title)).MaturityAge, 0, 6);
    }

    [Fact]
    public async Task Titles_outside_their_window_or_country_are_not_shown()
    {
        var german = await NewProfileAsync(country: "DE");
        var french = await NewProfileAsync(country: "FR");
        await RecordAsync(
            german.Listed(SampleCatalog.GermanyOnly),
            french.Listed(SampleCatalog.GermanyOnly),
            german.Listed(SampleCatalog.NotYet),
            german.Listed(SampleCatalog.NoLonger));

        var shown = TitlesOf(await HomeAsync(german));

        Assert.Contains(SampleCatalog.GermanyOnly, shown);
        Assert.DoesNotContain(SampleCatalog.NotYet, shown);
        Assert.DoesNotContain(SampleCatalog.NoLonger, shown);
        Assert.DoesNotContain(SampleCatalog.GermanyOnly, TitlesOf(await HomeAsync(french)));
    }

    [Fact]
    public async Task A_request_for_another_country_goes_by_that_country()
    {
        var french = await NewProfileAsync(country: "FR");
        await RecordAsync(french.Listed(SampleCatalog.GermanyOnly));

        var page = await Personalizer.GetHomeAsync(new HomeRequest { Profile = french.Profile, Columns = 75, Country = "DE" });

        Assert.Contains(SampleCatalog.GermanyOnly, TitlesOf(page));
    }

    [Fact]
    public async Task Score_parts_are_given_when_asked_for()
    {
        var profile = await NewProfileAsync();
        await RecordAsync(profile.Completed(Film));

        Assert.All((await HomeAsync(profile, explain: true)).Rows.SelectMany(row => row.Cards), card => Assert.NotEmpty(card.Parts));
        Assert.All((await HomeAsync(profile)).Rows.SelectMany(row => row.Cards), card => Assert.Empty(card.Parts));
    }

    [Fact]
    public async Task What_many_profiles_play_trends_for_everybody()
    {
        var hit = SampleCatalog.Film("family", 8);

        await PlayMuchAsync(hit);

        var page = await HomeAsync(await NewProfileAsync());
        Assert.NotNull(RowOf(page, RowKind.Trending));
        Assert.Contains(page.Rows.Where(row => row.Kind is RowKind.Trending or RowKind.TopPicks), row => row.Cards[0].Title == hit);
    }

    [Theory]
    [InlineData(0, 20, "rows")]
    [InlineData(41, 20, "rows")]
    [InlineData(10, 0, "columns")]
    [InlineData(10, 76, "columns")]
    public async Task A_page_size_out_of_range_is_refused(int rows, int columns, string field)
    {
        var profile = await NewProfileAsync();

        var error = await Assert.ThrowsAsync<InvalidRequestException>(
            () => Personalizer.GetHomeAsync(new HomeRequest { Profile = profile.Profile, Rows = rows, Columns = columns }));

        Assert.Equal(field, error.Field);
    }

    [Fact]
    public async Task A_page_of_an_unknown_profile_is_refused()
    {
        var id = NewProfileId();

        var error = await Assert.ThrowsAsync<UnknownProfileException>(() => Personalizer.GetHomeAsync(new HomeRequest { Profile = id }));

        Assert.Equal(id, error.Profile);
    }

    [Fact]
    public async Task A_call_that_was_cancelled_before_composes_nothing()
    {
        var profile = await NewProfileAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Personalizer.GetHomeAsync(new HomeRequest { Profile = profile.Profile }, new CancellationToken(canceled: true)));
    }
}
