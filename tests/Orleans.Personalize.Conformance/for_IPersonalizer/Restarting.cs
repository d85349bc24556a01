using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Conformance.for_IPersonalizer;

public abstract class Restarting<THost>(THost host) : PersonalizerFacts<THost>(host)
    where THost : PersonalizerHost
{
    private static readonly TitleId Film = SampleCatalog.Film("crime", 5);

    [Fact]
    public async Task The_same_moment_gives_the_same_answers_before_and_after()
    {
        var profile = await NewProfileAsync();
        await RecordAsync(
            profile.Completed(Film),
            profile.Paused(SampleCatalog.Film("drama", 7), 1000),
            profile.Thumbed(SampleCatalog.Film("comedy", 2), Thumb.Down),
            profile.Listed(SampleCatalog.Film("family", 5)),
            profile.Searched("space"));
        await Host.SettleAsync();
        var request = new RecommendationRequest { Profile = profile.Profile, Count = 30, Explain = true };
        var (page, list, export) = (await HomeAsync(profile, explain: true), await Personalizer.RecommendAsync(request),
            await Personalizer.ExportProfileAsync(profile.Profile));

        await Host.RestartAsync();

        AssertSame(page, await HomeAsync(profile, explain: true));
        AssertSame(list, await Personalizer.RecommendAsync(request));
        AssertSame(export, await Personalizer.ExportProfileAsync(profile.Profile));
    }

    [Fact]
    public async Task A_repeat_is_still_a_duplicate_after()
    {
        var profile = await NewProfileAsync();
        var listed = profile.Listed(Film);
        await RecordAsync(listed);

        await Host.RestartAsync();

        Assert.Equal(EventOutcome.Duplicate, Assert.Single(await Personalizer.RecordAsync([listed])).Outcome);
        Assert.Equal([listed.Id], await KeptEventsAsync(profile));
    }

    [Fact]
    public async Task Catalogue_changes_stay()
    {
        var (kept, removed) = (SampleCatalog.NewFilm("restart-kept"), SampleCatalog.NewFilm("restart-removed"));
        await Personalizer.PutTitlesAsync([kept, removed]);
        await Personalizer.RemoveTitleAsync(removed.Id);

        await Host.RestartAsync();

        AssertSame(kept, await Personalizer.GetTitleAsync(kept.Id));
        await Assert.ThrowsAsync<UnknownTitleException>(() => Personalizer.GetTitleAsync(removed.Id));
    }

    [Fact]
    public async Task Titles_put_after_a_restart_take_no_other_s_place()
    {
        var profile = await NewProfileAsync();
        await RecordAsync(profile.Listed(Film));
        await Host.RestartAsync();

        await Personalizer.PutTitlesAsync([SampleCatalog.NewFilm("after-restart")]);

        Assert.Equal<TitleId>([Film], (await Personalizer.ExportProfileAsync(profile.Profile)).Taste.MyList);
        Assert.False((await Personalizer.GetTitlePageAsync(profile.Profile, new TitleId("after-restart"))).InMyList);
    }

    [Fact]
    public async Task An_erased_profile_stays_erased()
    {
        var profile = await NewProfileAsync();
        await RecordAsync(profile.Listed(Film));
        await Personalizer.EraseProfileAsync(profile.Profile);

        await Host.RestartAsync();

        await Assert.ThrowsAsync<UnknownProfileException>(() => Personalizer.GetProfileAsync(profile.Profile));
    }

    [Fact]
    public async Task Settings_and_model_stay()
    {
        var profile = await NewProfileAsync(kids: true, country: "DE");
        var (settings, model) = (await Personalizer.GetProfileAsync(profile.Profile), await Personalizer.GetModelAsync());

        await Host.RestartAsync();

        Assert.Equal(settings, await Personalizer.GetProfileAsync(profile.Profile));
        AssertSame(model, await Personalizer.GetModelAsync());
    }

    [Fact]
    public async Task What_trends_still_trends()
    {
        await PlayMuchAsync(SampleCatalog.Film("family", 8));
        var profile = await NewProfileAsync();
        var before = RowOf(await HomeAsync(profile), RowKind.Trending);
        Assert.NotNull(before);

        await Host.RestartAsync();

        AssertSame(before, RowOf(await HomeAsync(profile), RowKind.Trending));
    }
}
