using Orleans.Personalize.Audiences;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Conformance.for_IPersonalizer;

public abstract class Audiences_of_titles<THost>(THost host) : PersonalizerFacts<THost>(host), IAsyncLifetime
    where THost : PersonalizerHost
{
    private const int OfEach = 8;
    private const string Seed = "audience-";

    private IAudiences Audiences => Host.Audiences;

    /// <summary>Three crowds that each like another genre, one of them in Germany, and a child.</summary>
    public async Task InitializeAsync()
    {
        for (var i = 0; i < OfEach; i++)
        {
            await PutAsync($"{Seed}drama-{i}", "drama", country: "DE");
            await PutAsync($"{Seed}comedy-{i}", "comedy", country: "FR");
            await PutAsync($"{Seed}thriller-{i}", "thriller", country: i < 2 ? "ES" : "FR");
        }

        await Personalizer.PutProfileAsync(new ProfileSettings { Id = new ProfileId($"{Seed}child"), Name = "Child", Kids = true });
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Profiles_of_like_taste_are_found_with_what_they_share()
    {
        var similar = await Audiences.GetSimilarProfilesAsync(new ProfileId($"{Seed}drama-0"), OfEach - 1);

        Assert.Equal(3 * OfEach, similar.Sampled);
        Assert.Equal((3 * OfEach) + 1, similar.Profiles);
        Assert.All(similar.Similar, other => Assert.StartsWith($"{Seed}drama-", other.Profile.Value, StringComparison.Ordinal));
        Assert.Equal(OfEach - 1, similar.Similar.Length);
        Assert.All(similar.Similar, other => Assert.Contains("Drama", other.Themes));
        Assert.All(similar.Similar, other => Assert.InRange(other.Similarity, 0.3, 1));
        AssertSame(similar, await Audiences.GetSimilarProfilesAsync(new ProfileId($"{Seed}drama-0"), OfEach - 1));
        await Assert.ThrowsAsync<UnknownProfileException>(() => Audiences.GetSimilarProfilesAsync(new ProfileId("nobody"), 5));
        Assert.Equal("count", (await Assert.ThrowsAsync<InvalidRequestException>(() => Audiences.GetSimilarProfilesAsync(new ProfileId("nobody"), 0))).Field);
    }

    [Fact]
    public async Task A_title_is_for_those_who_like_its_kind_and_those_who_played_it_are_counted_apart()
    {
        var unseen = await Audiences.GetAudienceAsync(SampleCatalog.Film("thriller", 8), new AudienceRequest());
        var played = await Audiences.GetAudienceAsync(SampleCatalog.Film("thriller", 1), new AudienceRequest());

        Assert.Equal(((3L * OfEach) + 1, (3 * OfEach) + 1, false), (unseen.Profiles, unseen.Sampled, unseen.IsForecast));
        Assert.Equal(3 * OfEach, unseen.MaySee.Sampled);
        Assert.Equal(OfEach, unseen.Core.Sampled);
        Assert.Equal((0.32, 0.0, OfEach), (unseen.Core.Share, unseen.Core.StandardError, unseen.Core.Profiles));
        Assert.All(unseen.Examples, id => Assert.StartsWith($"{Seed}thriller-", id.Value, StringComparison.Ordinal));
        Assert.Equal(OfEach, unseen.Examples.Length);
        Assert.Equal(OfEach, unseen.Groups.Single(group => group is { Kind: AudienceGroupKind.Genre, Name: "Thriller" }).Sampled);
        Assert.Equal([10.0, 50, 200], unseen.AmongFirst.Select(size => size.Threshold));
        Assert.Equal([0.5, 0.7, 0.9], unseen.MatchAtLeast.Select(size => size.Threshold));
        Assert.Equal(OfEach, played.Played.Sampled);
        Assert.Null(played.Core.Sampled is > 0 and < AudienceRequest.LeastGroup ? played.Core.Sampled : null);
        await Assert.ThrowsAsync<UnknownTitleException>(() => Audiences.GetAudienceAsync(new TitleId("nothing"), new AudienceRequest()));
    }

    [Fact]
    public async Task Groups_too_small_to_be_told_of_are_left_out_and_so_are_the_names_of_an_audience_too_small()
    {
        var some = await Audiences.GetAudienceAsync(SampleCatalog.Film("thriller", 8), new AudienceRequest());
        var none = await Audiences.GetAudienceAsync(SampleCatalog.Film("thriller", 8), new AudienceRequest { MinimumGroup = OfEach + 1 });

        Assert.Equal(OfEach - 2, some.Groups.Single(group => group.Kind == AudienceGroupKind.Country).Sampled);
        Assert.True(some.GroupsLeftOut >= 1);
        Assert.Empty(none.Groups);
        Assert.Empty(none.Examples);
        Assert.Equal(new AudienceSize { Threshold = none.Core.Threshold }, none.Core);
        Assert.Equal("minimumGroup", (await Assert.ThrowsAsync<InvalidRequestException>(
            () => Audiences.GetAudienceAsync(SampleCatalog.Film("thriller", 8), new AudienceRequest { MinimumGroup = 4 }))).Field);
        Assert.Equal("examples", (await Assert.ThrowsAsync<InvalidRequestException>(
            () => Audiences.GetAudienceAsync(SampleCatalog.Film("thriller", 8), new AudienceRequest { Examples = 51 }))).Field);
    }

    [Fact]
    public async Task A_planned_title_is_forecast_for_those_who_like_its_kind_where_it_will_be_shown_and_nothing_is_kept()
    {
        var planned = SampleCatalog.NewFilm("planned", "Comedy", 6) with
        {
            People = [new Credit { Name = "Comedy Director 1", Role = CreditRole.Director }],
            Tags = ["fast", "city"],
        };
        var from = SampleCatalog.Now.AddMonths(3);

        var everywhere = await Audiences.ForecastAudienceAsync(planned, new AudienceRequest());
        var inFrance = await Audiences.ForecastAudienceAsync(
            planned with { Availability = [new AvailabilityWindow { Country = "FR", From = from }] }, new AudienceRequest());
        var inGermany = await Audiences.ForecastAudienceAsync(
            planned with { Availability = [new AvailabilityWindow { Country = "DE", From = from }] }, new AudienceRequest());

        Assert.True(everywhere.IsForecast);
        Assert.Equal(OfEach, everywhere.Core.Sampled);
        Assert.All(everywhere.Examples, id => Assert.StartsWith($"{Seed}comedy-", id.Value, StringComparison.Ordinal));
        Assert.Equal((3 * OfEach) + 1, everywhere.MaySee.Sampled);
        Assert.Equal(OfEach, inFrance.Core.Sampled);
        Assert.Equal(0, inGermany.Core.Sampled);
        await Assert.ThrowsAsync<UnknownTitleException>(() => Personalizer.GetTitleAsync(planned.Id));
        Assert.Equal("name", (await Assert.ThrowsAsync<InvalidRequestException>(() => Audiences.ForecastAudienceAsync(planned with { Name = " " }, new AudienceRequest()))).Field);
    }

    private async Task PutAsync(string id, string genre, string country)
    {
        var events = new EventMaker(new ProfileId(id), Host.Time);
        await Personalizer.PutProfileAsync(new ProfileSettings { Id = events.Profile, Name = id, Country = country });
        await Personalizer.RecordAsync([.. Enumerable.Range(1, 5).Select(number => events.Completed(SampleCatalog.Film(genre, number)))]);
    }
}
