using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Conformance.for_IPersonalizer;

public abstract class Recommendations<THost>(THost host) : PersonalizerFacts<THost>(host)
    where THost : PersonalizerHost
{
    private static readonly Comparer<TitleId> Comparer = Comparer<TitleId>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value));

    [Fact]
    public async Task As_many_different_titles_as_asked_for_come_back()
    {
        var profile = await NewProfileAsync();

        var list = await RecommendAsync(profile, 12);

        Assert.Equal(profile.Profile, list.Profile);
        Assert.Equal(12, list.Cards.Length);
        Assert.Distinct(list.Cards.Select(card => card.Title));
    }

    [Fact]
    public async Task A_survey_asks_about_different_titles_and_about_none_that_was_answered()
    {
        var profile = await NewProfileAsync();
        var asked = await SurveyAsync(profile, 6);
        Assert.Equal(6, asked.Distinct().Count());

        await RecordAsync([.. asked.Take(3).Select(title => profile.Thumbed(title, Events.Thumb.Up))]);

        var next = await SurveyAsync(profile, 6);
        Assert.Equal(6, next.Distinct().Count());
        Assert.Empty(next.Intersect(asked.Take(3)));
    }

    [Fact]
    public async Task A_survey_shows_a_profile_only_what_it_may_see()
    {
        var profile = await NewProfileAsync(maturityLimit: 12);
        var visible = (await RecommendAsync(profile, 500)).Cards.Select(card => card.Title).ToHashSet();
        Assert.All(await SurveyAsync(profile, 50), title => Assert.Contains(title, visible));
    }

    [Fact]
    public async Task What_was_finished_is_not_recommended()
    {
        var profile = await NewProfileAsync();
        var best = (await RecommendAsync(profile, 3)).Cards.Select(card => card.Title).ToArray();

        await RecordAsync([.. best.Select(profile.Completed)]);

        var after = (await RecommendAsync(profile, 500)).Cards.Select(card => card.Title);
        Assert.Empty(after.Intersect(best));
    }

    [Fact]
    public async Task Only_what_is_selected_is_recommended()
    {
        var profile = await NewProfileAsync();
        var selection = new TitleSelection
        {
            Filter = "genre:\"science fiction\" and year>=2000",
            Exclude = [SampleCatalog.Film("science-fiction", 8)],
        };

        var list = await Personalizer.RecommendAsync(new RecommendationRequest { Profile = profile.Profile, Selection = selection });
        var page = await Personalizer.GetHomeAsync(new HomeRequest { Profile = profile.Profile, Selection = selection });

        TitleId[] wanted = [.. Enumerable.Range(3, 5).Select(number => SampleCatalog.Film("science-fiction", number))];
        Assert.Equal(wanted.Order(Comparer), list.Cards.Select(card => card.Title).Order(Comparer));
        Assert.Empty(TitlesOf(page).Except(wanted));
    }

    [Fact]
    public async Task A_list_of_the_callers_own_comes_back_in_the_profiles_order()
    {
        var profile = await NewProfileAsync(maturityLimit: 12);
        await RecordAsync(profile.Completed(SampleCatalog.Film("drama", 1)), profile.Thumbed(SampleCatalog.Film("drama", 2), Events.Thumb.TwoUp));
        TitleId[] order = [.. (await RecommendAsync(profile, 20)).Cards.Select(card => card.Title)];

        var list = await Personalizer.RerankAsync(new RerankRequest
        {
            Profile = profile.Profile,
            Titles = [SampleCatalog.Film("crime", 1), .. order.Reverse(), new TitleId("nothing")],
        });

        Assert.Equal(order, list.Cards.Select(card => card.Title));
        Assert.Equal(
            [(SampleCatalog.Film("crime", 1), LeftOutReason.Forbidden), (new TitleId("nothing"), LeftOutReason.Unknown)],
            list.LeftOut.Select(left => (left.Title, left.Reason)));
    }

    [Fact]
    public async Task A_filter_that_cannot_be_read_is_refused_with_its_column()
    {
        var profile = await NewProfileAsync();

        var error = await Assert.ThrowsAsync<InvalidRequestException>(() => Personalizer.RecommendAsync(
            new RecommendationRequest { Profile = profile.Profile, Selection = new TitleSelection { Filter = "year>=1990 and" } }));

        Assert.Equal(("filter", true), (error.Field, error.Reason!.StartsWith("column 15", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_was_hidden_is_not_recommended()
    {
        var profile = await NewProfileAsync();
        var best = (await RecommendAsync(profile, 1)).Cards[0].Title;

        await RecordAsync(profile.Hidden(best));

        Assert.DoesNotContain((await RecommendAsync(profile, 500)).Cards, card => card.Title == best);
    }

    [Fact]
    public async Task A_kid_is_recommended_titles_for_up_to_twelve_years()
    {
        var kid = await NewProfileAsync(kids: true);

        foreach (var card in (await RecommendAsync(kid, 500)).Cards)
            Assert.InRange((await Personalizer.GetTitleAsync(card.Title)).MaturityAge, 0, 12);
    }

    [Fact]
    public async Task What_is_often_played_next_moves_up()
    {
        var (played, next) = (SampleCatalog.Film("family", 2), SampleCatalog.Film("crime", 7));
        for (var i = 0; i < 12; i++)
        {
            var member = await NewProfileAsync();
            await RecordAsync(member.Completed(played));
            await RecordAsync(member.Completed(next));
        }

        await Host.SettleAsync();
        var profile = await NewProfileAsync();
        var before = await RankAsync(profile, next);

        await RecordAsync(profile.Completed(played));

        Assert.True(await RankAsync(profile, next) <= Math.Min(before, 5), $"rank {before} before, {await RankAsync(profile, next)} after");
    }

    [Fact]
    public async Task Score_parts_are_given_when_asked_for()
    {
        var profile = await NewProfileAsync();

        var explained = await Personalizer.RecommendAsync(new RecommendationRequest { Profile = profile.Profile, Explain = true });

        Assert.All(explained.Cards, card => Assert.NotEmpty(card.Parts));
        Assert.All((await RecommendAsync(profile, 20)).Cards, card => Assert.Empty(card.Parts));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(501)]
    public async Task A_count_out_of_range_is_refused(int count)
    {
        var profile = await NewProfileAsync();

        var error = await Assert.ThrowsAsync<InvalidRequestException>(() => RecommendAsync(profile, count));

        Assert.Equal("count", error.Field);
    }

    [Fact]
    public async Task An_unknown_profile_is_refused() =>
        await Assert.ThrowsAsync<UnknownProfileException>(() => RecommendAsync(new EventMaker(NewProfileId(), Host.Time), 10));

    private Task<RecommendationList> RecommendAsync(EventMaker profile, int count) =>
        Personalizer.RecommendAsync(new RecommendationRequest { Profile = profile.Profile, Count = count });

    private async Task<int> RankAsync(EventMaker profile, TitleId title) =>
        1 + (await RecommendAsync(profile, 500)).Cards.Select(card => card.Title).ToList().IndexOf(title);

    private async Task<TitleId[]> SurveyAsync(EventMaker profile, int count) =>
        [.. (await Personalizer.RecommendAsync(new RecommendationRequest { Profile = profile.Profile, Count = count, Purpose = RecommendationPurpose.Survey }))
            .Cards.Select(card => card.Title)];
}
