using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Conformance.for_IPersonalizer;

public abstract class The_catalogue<THost>(THost host) : PersonalizerFacts<THost>(host)
    where THost : PersonalizerHost
{
    [Fact]
    public async Task A_title_comes_back_as_it_was_put()
    {
        var film = SampleCatalog.NewFilm("as-it-was-put") with
        {
            OriginalName = "Ursprünglich",
            Synopsis = "A \"quoted\" text,\nover two lines. 🎬",
            Trailers = [new Trailer { Id = "t", Url = "https://example.org/t", DurationSeconds = 61.5, Features = ["sea"] }],
            Availability = [new AvailabilityWindow { Country = "DE", From = SampleCatalog.Now.AddDays(-1), Until = SampleCatalog.Now.AddDays(1) }],
        };

        await PutAsync(film);

        AssertSame(film, await Personalizer.GetTitleAsync(film.Id));
    }

    [Fact]
    public async Task A_title_can_be_replaced_whole()
    {
        var film = SampleCatalog.NewFilm("replaced");
        await PutAsync(film);

        await PutAsync(film with { Name = "Another name", Tags = [], Year = null });

        AssertSame(film with { Name = "Another name", Tags = [], Year = null }, await Personalizer.GetTitleAsync(film.Id));
    }

    [Fact]
    public async Task A_wrong_title_is_refused_and_the_others_are_taken()
    {
        var (good, wrong, other) = (SampleCatalog.NewFilm("good-1"), SampleCatalog.NewFilm("wrong-1"), SampleCatalog.NewFilm("good-2"));

        var results = await Personalizer.PutTitlesAsync([good, wrong with { MaturityAge = 99 }, other]);

        Assert.Equal([good.Id, wrong.Id, other.Id], results.Select(result => result.Id!.Value));
        Assert.Equal([true, false, true], results.Select(result => result.Accepted));
        Assert.Equal("maturityAge", results[1].Field);
        Assert.NotNull(results[1].Reason);
        await Assert.ThrowsAsync<UnknownTitleException>(() => Personalizer.GetTitleAsync(wrong.Id));
    }

    [Fact]
    public async Task A_wrong_replacement_leaves_the_old_title()
    {
        var film = SampleCatalog.NewFilm("kept");
        await PutAsync(film);

        var result = Assert.Single(await Personalizer.PutTitlesAsync([film with { Name = string.Empty }]));

        Assert.False(result.Accepted);
        Assert.Equal("name", result.Field);
        AssertSame(film, await Personalizer.GetTitleAsync(film.Id));
    }

    [Fact]
    public async Task Of_two_titles_with_one_id_in_a_batch_the_last_stays()
    {
        var film = SampleCatalog.NewFilm("twice");

        await PutAsync(film, film with { Name = "The last" });

        Assert.Equal("The last", (await Personalizer.GetTitleAsync(film.Id)).Name);
    }

    [Fact]
    public async Task No_titles_have_no_results_and_no_array_is_refused()
    {
        Assert.Empty(await Personalizer.PutTitlesAsync([]));
        var error = await Assert.ThrowsAsync<InvalidRequestException>(() => Personalizer.PutTitlesAsync(default));
        Assert.Equal("titles", error.Field);
    }

    [Fact]
    public async Task A_new_title_can_be_recommended_and_played_at_once()
    {
        var profile = await NewProfileAsync(maturityLimit: 6);
        var film = SampleCatalog.NewFilm("brand-new", "Thriller", 6);

        await PutAsync(film);

        var list = await Personalizer.RecommendAsync(new RecommendationRequest { Profile = profile.Profile, Count = 500 });
        Assert.Contains(list.Cards, card => card.Title == film.Id);
        await RecordAsync(profile.Paused(film.Id, 900));
        Assert.Equal(film.Id, RowOf(await HomeAsync(profile), RowKind.ContinueWatching)!.Cards[0].Title);
    }

    [Fact]
    public async Task A_changed_name_is_on_the_next_page()
    {
        var profile = await NewProfileAsync();
        var film = SampleCatalog.NewFilm("renamed");
        await PutAsync(film);
        await RecordAsync(profile.Listed(film.Id));

        await PutAsync(film with { Name = "Renamed" });

        Assert.Equal("Renamed", RowOf(await HomeAsync(profile), RowKind.MyList)!.Cards[0].Name);
    }

    [Fact]
    public async Task A_removed_title_is_gone_from_catalogue_and_pages()
    {
        var profile = await NewProfileAsync();
        var film = SampleCatalog.NewFilm("removed");
        await PutAsync(film);
        await RecordAsync(profile.Listed(film.Id), profile.Paused(film.Id, 900));

        Assert.True(await Personalizer.RemoveTitleAsync(film.Id));

        Assert.False(await Personalizer.RemoveTitleAsync(film.Id));
        await Assert.ThrowsAsync<UnknownTitleException>(() => Personalizer.GetTitleAsync(film.Id));
        await Assert.ThrowsAsync<UnknownTitleException>(() => Personalizer.GetTitlePageAsync(profile.Profile, film.Id));
        Assert.DoesNotContain(film.Id, TitlesOf(await HomeAsync(profile)));
        Assert.Equal(2, (await KeptEventsAsync(profile)).Count);
        var receipt = Assert.Single(await Personalizer.RecordAsync([profile.Opened(film.Id)]));
        Assert.Equal((EventOutcome.Rejected, "title"), (receipt.Outcome, receipt.Field));
    }

    [Fact]
    public async Task A_title_put_back_finds_what_profiles_did_with_it()
    {
        var profile = await NewProfileAsync();
        var film = SampleCatalog.NewFilm("put-back");
        await PutAsync(film);
        await RecordAsync(profile.Listed(film.Id));
        await Personalizer.RemoveTitleAsync(film.Id);

        await PutAsync(film);

        Assert.True((await Personalizer.GetTitlePageAsync(profile.Profile, film.Id)).InMyList);
    }

    [Fact]
    public async Task A_new_title_does_not_take_the_place_of_a_removed_one()
    {
        var profile = await NewProfileAsync();
        var (removed, later) = (SampleCatalog.NewFilm("place-1"), SampleCatalog.NewFilm("place-2"));
        await PutAsync(removed);
        await RecordAsync(profile.Listed(removed.Id), profile.Completed(removed.Id));
        await Personalizer.RemoveTitleAsync(removed.Id);

        await PutAsync(later);

        Assert.False((await Personalizer.GetTitlePageAsync(profile.Profile, later.Id)).InMyList);
    }

    [Fact]
    public async Task An_unknown_title_is_refused()
    {
        var error = await Assert.ThrowsAsync<UnknownTitleException>(() => Personalizer.GetTitleAsync(new TitleId("nothing")));
        Assert.Equal(new TitleId("nothing"), error.Title);
    }

    [Fact]
    public async Task Many_titles_can_be_put_at_once()
    {
        var many = Enumerable.Range(0, 500).Select(i => SampleCatalog.NewFilm($"many-{i}", "Crime", 18)).ToArray();

        await PutAsync(many);

        Assert.Equal("The many-499", (await Personalizer.GetTitleAsync(new TitleId("many-499"))).Name);
    }

    [Fact]
    public async Task A_call_that_was_cancelled_before_changes_nothing()
    {
        var film = SampleCatalog.NewFilm("cancelled");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Personalizer.PutTitlesAsync([film], new CancellationToken(canceled: true)));

        await Assert.ThrowsAsync<UnknownTitleException>(() => Personalizer.GetTitleAsync(film.Id));
    }

    private async Task PutAsync(params Title[] titles)
    {
        var results = await Personalizer.PutTitlesAsync([.. titles]);
        Assert.Equal(titles.Select(title => new TitleWriteResult { Id = title.Id, Accepted = true }), results);
    }
}
