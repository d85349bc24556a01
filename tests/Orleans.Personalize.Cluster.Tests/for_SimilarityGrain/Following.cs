using Orleans.Personalize.Conformance;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Events;
using Orleans.Personalize.Grains.Similarity;
using Orleans.Personalize.ModelFiles;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Cluster.Tests.for_SimilarityGrain;

public sealed class Following : ClusterFacts
{
    protected override short Silos => 2;

    protected override TimeSpan? FollowInterval => TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task A_title_that_one_client_put_is_seen_through_every_silo()
    {
        var versions = new List<long>();
        await Personalizer.PutTitlesAsync([SampleCatalog.NewFilm("followed")]);
        await UntilAsync(async () => await ReplicaAsync() is { } replica && replica.Titles == SampleCatalog.Titles.Length + 1);

        await Cluster.SettleAsync();

        for (var i = 0; i < 10; i++)
            versions.Add((await ReplicaAsync()).CatalogVersion);
        Assert.Single(versions.Distinct());
        var bob = new ProfileId("bob");
        await Cluster.NewClient().PutProfileAsync(new ProfileSettings { Id = bob, Name = "Bob" });
        Assert.Equal("followed", (await Cluster.NewClient().GetTitlePageAsync(bob, new TitleId("followed"))).Title.Id.Value);
    }

    [Fact]
    public async Task A_published_model_is_in_service_without_a_restart_and_profiles_keep_what_they_learnt()
    {
        var film = SampleCatalog.Film("drama", 1);
        await RecordAsync(Events.Listed(film));
        var before = (await Personalizer.GetModelAsync()).Version;

        var version = new ModelStore(Path.Combine(Folder.Path, "models")).Publish(stream => PersonalizationModel.Write(ModelContent.Unlearnt, stream));

        await UntilAsync(async () => (await Personalizer.GetModelAsync()).Version == version);
        Assert.NotEqual(before, version);
        await Cluster.SettleAsync();
        Assert.True((await Personalizer.GetTitlePageAsync(Ann, film)).InMyList);
        await RecordAsync(Events.Thumbed(film, Thumb.Up));
    }

    [Fact]
    public async Task A_damaged_model_leaves_the_one_before_in_service()
    {
        var models = new ModelStore(Path.Combine(Folder.Path, "models"));
        var version = models.Publish(stream => PersonalizationModel.Write(ModelContent.Unlearnt, stream));
        await UntilAsync(async () => (await Personalizer.GetModelAsync()).Version == version);
        var file = Assert.Single(Directory.EnumerateFiles(models.Directory, $"*{version}*"));
        await Cluster.StopAsync();
        await File.WriteAllTextAsync(file, "damaged");

        await Cluster.StartAsync();

        Assert.Equal("untrained", (await Cluster.NewClient().GetModelAsync()).Version);
    }

    private Task<ReplicaInfo> ReplicaAsync() => Cluster.Cluster.Client.GetGrain<ISimilarityGrain>("default").GetReplicaAsync();

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!await condition())
            await timer.WaitForNextTickAsync(patience.Token);
    }
}
