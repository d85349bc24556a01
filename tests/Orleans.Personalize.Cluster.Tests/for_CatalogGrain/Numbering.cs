using Orleans.Personalize.Conformance;
using Orleans.Personalize.Grains.Catalog;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Cluster.Tests.for_CatalogGrain;

public sealed class Numbering : ClusterFacts
{
    [Fact]
    public async Task What_a_profile_did_stays_with_its_title_over_writes_that_fail_halfway_and_restarts()
    {
        var early = Films("early", 100);
        await PutAsync(early);
        await RecordAsync([.. early.Take(20).Select(film => Events.Listed(film.Id))]);
        Probe.FailsBefore = (state, key) => state == "titles" && key == "default/1";
        await Assert.ThrowsAsync<UnavailableException>(() => Personalizer.PutTitlesAsync([.. Films("failed", 200)]));
        Probe.Forget();

        var later = Films("later", 200);
        await PutAsync(later);
        await RecordAsync([.. later.Take(20).Select(film => Events.Listed(film.Id))]);
        await RestartAsync();

        var listed = (await Personalizer.ExportProfileAsync(Ann)).Taste.MyList;
        Assert.Equal(early.Take(20).Concat(later.Take(20)).Select(film => film.Id.Value).Order(), listed.Select(id => id.Value).Order());
    }

    [Fact]
    public async Task A_write_that_failed_can_be_made_again()
    {
        var films = Films("again", 300);
        Probe.FailsBefore = (state, key) => state == "titles" && key == "default/2";
        await Assert.ThrowsAsync<UnavailableException>(() => Personalizer.PutTitlesAsync([.. films]));
        Probe.Forget();

        await PutAsync(films);

        foreach (var film in films)
            Assert.Equal(film.Name, (await Personalizer.GetTitleAsync(film.Id)).Name);
    }

    [Fact]
    public async Task Titles_that_did_not_change_cost_no_write()
    {
        Assert.All(await Personalizer.PutTitlesAsync(SampleCatalog.Titles), result => Assert.True(result.Accepted));

        Assert.Equal(0, Probe.Writes);
    }

    [Fact]
    public async Task One_changed_title_writes_one_part()
    {
        await PutAsync(Films("many", 300));
        Probe.Forget();

        await PutAsync([SampleCatalog.NewFilm("many-7") with { Name = "Another" }]);

        Assert.Equal(1, Probe.Writes);
    }

    [Fact]
    public async Task The_version_is_the_same_after_a_restart()
    {
        await PutAsync(Films("many", 300));
        var before = await Cluster.Cluster.Client.GetGrain<ICatalogGrain>("default").GetHeadAsync();

        await RestartAsync();

        var after = await Cluster.Cluster.Client.GetGrain<ICatalogGrain>("default").GetHeadAsync();
        Assert.Equal(before.Version, after.Version);
        Assert.Equal(before.ShardVersions.ToArray(), after.ShardVersions.ToArray());
        Assert.Equal(before.Version, before.ShardVersions.Sum());
    }

    [Fact]
    public async Task An_event_about_a_title_that_another_client_just_put_is_accepted()
    {
        var film = SampleCatalog.NewFilm("put-by-another");
        await Cluster.NewClient().PutTitlesAsync([film]);

        await RecordAsync(Events.Opened(film.Id));
    }

    private static Title[] Films(string name, int count) =>
        [.. Enumerable.Range(0, count).Select(i => SampleCatalog.NewFilm($"{name}-{i}"))];

    private async Task PutAsync(Title[] titles) =>
        Assert.All(await Personalizer.PutTitlesAsync([.. titles]), result => Assert.True(result.Accepted));
}
