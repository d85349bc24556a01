using Orleans.Personalize.Audiences;
using Orleans.Personalize.Conformance;
using Orleans.Personalize.Events;
using Orleans.Personalize.Households;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Cluster.Tests.for_IPersonalizer;

public sealed class Tenants : ClusterFacts
{
    [Fact]
    public async Task Tenants_never_see_each_other()
    {
        var other = Cluster.NewClient("other");
        await RecordAsync(Events.Listed(SampleCatalog.Film("drama", 1)));

        await Assert.ThrowsAsync<UnknownProfileException>(() => other.GetProfileAsync(Ann));
        await Assert.ThrowsAsync<UnknownTitleException>(() => other.GetTitleAsync(SampleCatalog.Film("drama", 1)));
        Assert.Empty((await other.ListProfilesAsync(new ProfileQuery())).Profiles);
        Assert.False(await other.EraseProfileAsync(Ann));
    }

    [Fact]
    public async Task The_same_ids_mean_something_else_to_each()
    {
        var other = Cluster.NewClient("other");
        var film = SampleCatalog.Film("drama", 1);
        await other.PutTitlesAsync([SampleCatalog.NewFilm(film.Value) with { Name = "The other's" }]);
        await other.PutProfileAsync(new ProfileSettings { Id = Ann, Name = "The other's Ann" });
        var listed = Events.Listed(film);

        await RecordAsync(listed);

        Assert.Equal(EventOutcome.Accepted, Assert.Single(await other.RecordAsync([listed])).Outcome);
        Assert.Equal("Ann", (await Personalizer.GetProfileAsync(Ann)).Name);
        Assert.Equal("The other's Ann", (await other.GetProfileAsync(Ann)).Name);
        Assert.Equal("The other's", (await other.GetTitlePageAsync(Ann, film)).Title.Name);
        Assert.Equal("Drama 1", (await Personalizer.GetTitlePageAsync(Ann, film)).Title.Name);
        Assert.True(await other.EraseProfileAsync(Ann));
        Assert.Single(await KeptEventsAsync());
    }

    [Fact]
    public async Task Households_merges_and_audiences_stay_within_their_tenant()
    {
        var other = Cluster.NewClient("other");
        var account = new AccountId("the-millers");
        var (bob, film) = (new ProfileId("bob"), SampleCatalog.Film("drama", 1));
        await Personalizer.PutProfileAsync(new ProfileSettings { Id = Ann, Name = "Ann", Account = account });
        await other.PutProfileAsync(new ProfileSettings { Id = bob, Name = "Bob", Account = account });
        await other.PutTitlesAsync([SampleCatalog.NewFilm(film.Value)]);
        await RecordAsync(Events.Completed(film));
        var audiences = Cluster.NewAudienceClient("other");

        Assert.Equal([bob], (await other.GetHouseholdAsync(account)).Profiles.Select(member => member.Settings.Id));
        Assert.Equal([Ann], (await Personalizer.GetHouseholdAsync(account)).Profiles.Select(member => member.Settings.Id));
        await Assert.ThrowsAsync<UnknownProfileException>(() => other.MergeProfilesAsync(
            new ProfileMergeRequest { Profile = bob, Source = Ann, Operation = new OperationId("m1") }));
        await Assert.ThrowsAsync<UnknownProfileException>(() => audiences.GetSimilarProfilesAsync(Ann, 10));
        Assert.Empty((await audiences.GetSimilarProfilesAsync(bob, 10)).Similar);
        var audience = await audiences.GetAudienceAsync(film, new AudienceRequest());
        Assert.Equal((1, 0), (audience.Sampled, audience.Played.Sampled));
        Assert.Single(await KeptEventsAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a b")]
    public void A_name_that_is_not_allowed_is_refused(string tenant) =>
        Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(() => Cluster.NewClient(tenant));
}
