using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Conformance.for_IPersonalizer;

public abstract class Title_pages_and_similar_titles<THost>(THost host) : PersonalizerFacts<THost>(host)
    where THost : PersonalizerHost
{
    private static readonly TitleId Film = SampleCatalog.Film("drama", 4);

    [Fact]
    public async Task A_title_page_says_what_the_catalogue_knows()
    {
        var profile = await NewProfileAsync();

        var page = await Personalizer.GetTitlePageAsync(profile.Profile, Film);

        Assert.Equal(profile.Profile, page.Profile);
        AssertSame(await Personalizer.GetTitleAsync(Film), page.Title);
        Assert.Equal(Film, page.Card.Title);
        Assert.InRange(page.Card.MatchScore, 0, 1);
        Assert.Equal(Thumb.Cleared, page.Thumb);
        Assert.False(page.InMyList);
    }

    [Fact]
    public async Task Thumb_and_list_are_on_the_title_s_page_at_once()
    {
        var profile = await NewProfileAsync();
        await RecordAsync(profile.Thumbed(Film, Thumb.Up), profile.Listed(Film));

        var page = await Personalizer.GetTitlePageAsync(profile.Profile, Film);
        Assert.Equal(Thumb.Up, page.Thumb);
        Assert.True(page.InMyList);

        await RecordAsync(profile.Thumbed(Film, Thumb.Cleared), profile.Unlisted(Film));
        page = await Personalizer.GetTitlePageAsync(profile.Profile, Film);
        Assert.Equal(Thumb.Cleared, page.Thumb);
        Assert.False(page.InMyList);
    }

    [Fact]
    public async Task The_episode_that_was_paused_can_be_resumed()
    {
        var profile = await NewProfileAsync();
        await RecordAsync(profile.Paused(SampleCatalog.Series, 700) with { Season = 2, Episode = 1, DurationSeconds = 2700 });

        var progress = (await Personalizer.GetTitlePageAsync(profile.Profile, SampleCatalog.Series)).Card.Progress;

        Assert.NotNull(progress);
        Assert.Equal((2, 1, 700d), (progress.Season, progress.Episode, progress.PositionSeconds));
    }

    [Fact]
    public async Task A_title_page_says_how_far_the_seasons_were_watched_and_shows_what_goes_with_the_title()
    {
        var profile = await NewProfileAsync();
        await RecordAsync(profile.Paused(SampleCatalog.Series, 700) with { Season = 2, Episode = 2, DurationSeconds = 2700 });

        var page = await Personalizer.GetTitlePageAsync(profile.Profile, SampleCatalog.Series);

        Assert.Equal([(1, 3, 3, false), (2, 3, 1, true)], page.Seasons.Select(season => (season.Season, season.Episodes, season.Watched, season.IsCurrent)));
        Assert.Equal(page.Card.Reason, page.Reasons[0]);
        Assert.NotEmpty(page.Similar);
        Assert.DoesNotContain(SampleCatalog.Series, page.Similar.Select(card => card.Title));
        Assert.All(page.People, row => Assert.NotEmpty(row.Cards));
    }

    [Fact]
    public async Task Similar_titles_are_of_the_same_kind_and_not_the_title_itself()
    {
        var profile = await NewProfileAsync();

        var similar = await Personalizer.GetSimilarAsync(new SimilarRequest { Profile = profile.Profile, Title = Film, Count = 5 });

        Assert.Equal(Film, similar.Title);
        Assert.Equal(5, similar.Cards.Length);
        Assert.Distinct(similar.Cards.Select(card => card.Title));
        Assert.DoesNotContain(similar.Cards, card => card.Title == Film);
        Assert.Contains("Drama", (await Personalizer.GetTitleAsync(similar.Cards[0].Title)).Genres);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public async Task A_count_of_similar_titles_out_of_range_is_refused(int count)
    {
        var profile = await NewProfileAsync();

        var error = await Assert.ThrowsAsync<InvalidRequestException>(
            () => Personalizer.GetSimilarAsync(new SimilarRequest { Profile = profile.Profile, Title = Film, Count = count }));

        Assert.Equal("count", error.Field);
    }

    [Fact]
    public async Task An_unknown_title_is_refused()
    {
        var profile = await NewProfileAsync();
        var nothing = new TitleId("nothing");

        var error = await Assert.ThrowsAsync<UnknownTitleException>(() => Personalizer.GetTitlePageAsync(profile.Profile, nothing));
        Assert.Equal(nothing, error.Title);
        await Assert.ThrowsAsync<UnknownTitleException>(
            () => Personalizer.GetSimilarAsync(new SimilarRequest { Profile = profile.Profile, Title = nothing }));
    }

    [Fact]
    public async Task An_unknown_profile_is_refused()
    {
        var nobody = NewProfileId();

        await Assert.ThrowsAsync<UnknownProfileException>(() => Personalizer.GetTitlePageAsync(nobody, Film));
        await Assert.ThrowsAsync<UnknownProfileException>(
            () => Personalizer.GetSimilarAsync(new SimilarRequest { Profile = nobody, Title = Film }));
    }

    [Fact]
    public async Task Ids_without_a_value_name_nothing()
    {
        var profile = await NewProfileAsync();

        await Assert.ThrowsAsync<UnknownProfileException>(() => Personalizer.GetTitlePageAsync(default, Film));
        await Assert.ThrowsAsync<UnknownTitleException>(() => Personalizer.GetTitlePageAsync(profile.Profile, default));
        await Assert.ThrowsAsync<UnknownTitleException>(() => Personalizer.GetTitleAsync(default));
        Assert.False(await Personalizer.RemoveTitleAsync(default));
        Assert.False(await Personalizer.EraseProfileAsync(default));
    }
}
