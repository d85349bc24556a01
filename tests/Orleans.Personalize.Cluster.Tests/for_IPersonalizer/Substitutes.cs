using Orleans.Personalize.Conformance;
using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Search;

namespace Orleans.Personalize.Cluster.Tests.for_IPersonalizer;

/// <summary>A profile that is not in memory cannot be reached while the storage does not answer, as one cannot whose silo has just gone.</summary>
public sealed class Substitutes : ClusterFacts
{
    private static readonly ProfileId Ben = new("ben");
    private static readonly ProfileId Cleo = new("cleo");
    private IPersonalizer _hasty = null!;

    [Fact]
    public async Task A_profile_that_cannot_be_reached_gets_what_is_popular_within_its_own_limits()
    {
        await CutOffAsync();

        var page = await _hasty.GetHomeAsync(new HomeRequest { Profile = Ben });
        var list = await _hasty.RecommendAsync(new RecommendationRequest { Profile = Ben, Count = 500 });
        var similar = await _hasty.GetSimilarAsync(new SimilarRequest { Profile = Ben, Title = SampleCatalog.Film("drama", 1) });
        var title = await _hasty.GetTitlePageAsync(Ben, SampleCatalog.Film("drama", 1));
        var found = await _hasty.SearchAsync(new SearchRequest { Profile = Ben, Query = "drama" });

        Assert.Equal(Substitute.Popular, page.Substitute);
        Assert.Null(page.Next);
        Assert.NotEmpty(page.Rows);
        Assert.Equal(Ben, page.Profile);
        Assert.Equal(Substitute.Popular, list.Substitute);
        Assert.Contains(SampleCatalog.Film("crime", 1), list.Cards.Select(card => card.Title));
        Assert.Equal(Substitute.Popular, similar.Substitute);
        Assert.Equal(Substitute.Popular, title.Substitute);
        Assert.Equal(Substitute.Popular, found.Substitute);
        Assert.NotEmpty(found.Cards);
    }

    [Fact]
    public async Task A_childs_profile_that_cannot_be_reached_gets_nothing_that_is_not_for_children()
    {
        await CutOffAsync();

        var list = await _hasty.RecommendAsync(new RecommendationRequest { Profile = Cleo, Count = 500 });

        Assert.Equal(Substitute.Popular, list.Substitute);
        Assert.Contains(SampleCatalog.Film("family", 1), list.Cards.Select(card => card.Title));
        Assert.DoesNotContain(SampleCatalog.Film("crime", 1), list.Cards.Select(card => card.Title));
        Assert.DoesNotContain(SampleCatalog.Film("thriller", 1), list.Cards.Select(card => card.Title));
    }

    [Fact]
    public async Task Where_even_the_settings_cannot_be_had_the_answer_is_fit_for_any_child()
    {
        await CutOffAsync();
        Probe.FailsReads = (state, _) => state is "profile" or "profiles";

        var list = await _hasty.RecommendAsync(new RecommendationRequest { Profile = Ben, Count = 500 });

        Assert.Contains(SampleCatalog.Film("family", 1), list.Cards.Select(card => card.Title));
        Assert.DoesNotContain(SampleCatalog.Film("crime", 1), list.Cards.Select(card => card.Title));
        await Assert.ThrowsAsync<UnavailableException>(() => _hasty.GetTitlePageAsync(Ben, SampleCatalog.Film("crime", 1)));
    }

    [Fact]
    public async Task Where_the_settings_cannot_be_had_but_were_known_some_minutes_ago_they_hold()
    {
        await CutOffAsync(VisitAsync);
        Probe.FailsReads = (state, _) => state is "profile" or "profiles";

        var title = await _hasty.GetTitlePageAsync(Ben, SampleCatalog.Film("crime", 1));
        var list = await _hasty.RecommendAsync(new RecommendationRequest { Profile = Cleo, Count = 500 });
        Time.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal(Substitute.Popular, title.Substitute);
        Assert.DoesNotContain(SampleCatalog.Film("crime", 1), list.Cards.Select(card => card.Title));
        await Assert.ThrowsAsync<UnavailableException>(() => _hasty.GetTitlePageAsync(Ben, SampleCatalog.Film("crime", 1)));
    }

    [Fact]
    public async Task Settings_that_were_changed_since_are_not_remembered()
    {
        await CutOffAsync(async () =>
        {
            await VisitAsync();
            await _hasty.PutProfileAsync(new ProfileSettings { Id = Ben, Name = "Ben", MaturityLimit = 7 });
        });
        Probe.FailsReads = (state, _) => state is "profile" or "profiles";

        await Assert.ThrowsAsync<UnavailableException>(() => _hasty.GetTitlePageAsync(Ben, SampleCatalog.Film("crime", 1)));
    }

    [Fact]
    public async Task Who_had_a_page_some_minutes_ago_gets_it_again_but_not_for_long_nor_after_a_change()
    {
        var request = new HomeRequest { Profile = Ben, Rows = 3 };
        await CutOffAsync(async () =>
        {
            var page = await _hasty.GetHomeAsync(request);
            Assert.Null(page.Substitute);
        });

        var again = await _hasty.GetHomeAsync(request);
        var another = await _hasty.GetHomeAsync(request with { Rows = 2 });
        Time.Advance(TimeSpan.FromMinutes(11));
        var late = await _hasty.GetHomeAsync(request);

        Assert.Equal(Substitute.Earlier, again.Substitute);
        Assert.Equal(Substitute.Popular, another.Substitute);
        Assert.Equal(Substitute.Popular, late.Substitute);
    }

    [Fact]
    public async Task Nobody_gets_a_page_for_a_profile_that_does_not_exist()
    {
        await CutOffAsync();

        await Assert.ThrowsAsync<UnknownProfileException>(() => _hasty.GetHomeAsync(new HomeRequest { Profile = new ProfileId("nobody") }));
    }

    [Fact]
    public async Task Events_have_no_substitute_and_are_refused_to_be_sent_again()
    {
        await CutOffAsync();
        var pause = new EventMaker(Ben, Time).Paused(SampleCatalog.Film("drama", 1), 900);

        await Assert.ThrowsAsync<UnavailableException>(() => _hasty.RecordAsync([pause]));
        Probe.Forget();

        Assert.Contains((await Personalizer.RecordAsync([pause]))[0].Outcome, new[] { EventOutcome.Accepted, EventOutcome.Duplicate });
        Assert.Equal([pause.Id], (await Personalizer.ExportProfileAsync(Ben)).Events.Select(e => e.Id));
    }

    [Fact]
    public async Task Where_substitutes_are_not_wanted_the_call_says_that_there_is_no_answer()
    {
        await CutOffAsync();
        var strict = Cluster.NewClient(configure: options => (options.AnswerDeadline, options.Substitutes) = (TimeSpan.FromMilliseconds(300), false));

        await Assert.ThrowsAsync<UnavailableException>(() => strict.GetHomeAsync(new HomeRequest { Profile = Ben }));
    }

    /// <summary>Both are answered, and then the list of profiles has told their settings too.</summary>
    private async Task VisitAsync()
    {
        await _hasty.GetTitlePageAsync(Ben, SampleCatalog.Film("drama", 1));
        await _hasty.GetTitlePageAsync(Cleo, SampleCatalog.Film("family", 1));
        await _hasty.ListProfilesAsync(new ProfileQuery());
    }

    private async Task CutOffAsync(Func<Task>? before = null)
    {
        _hasty = Cluster.NewClient(configure: options => (options.AnswerDeadline, options.ChangeDeadline) = (TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(1)));
        await Personalizer.PutProfileAsync(new ProfileSettings { Id = Ben, Name = "Ben" });
        await Personalizer.PutProfileAsync(new ProfileSettings { Id = Cleo, Name = "Cleo", Kids = true });
        if (before is not null)
            await before();
        await Cluster.SettleAsync();
        await Cluster.Cluster.Client.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);
        Probe.FailsReads = (state, _) => state == "profile";
    }
}
