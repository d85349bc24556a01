using Orleans.Personalize.Conformance;
using Orleans.Personalize.EventLogs;
using Orleans.Personalize.Grains;
using Orleans.Personalize.ModelFiles;

namespace Orleans.Personalize.Cluster.Tests.for_ModelRegistryGrain;

public sealed class In_a_store_that_silos_fetch_from : Swapping
{
    private int _silos;

    protected override Action<PersonalizeGrainOptions>? Configure => options =>
    {
        options.ModelRegistry = Store;
        options.ModelDirectory = Path.Combine(Folder.Path, $"silo-{Interlocked.Increment(ref _silos)}");
    };

    private FolderLogStore Store => new(Path.Combine(Folder.Path, "store"));

    [Fact]
    public async Task A_silo_that_starts_anew_answers_from_the_model_in_service()
    {
        var models = Cluster.NewModelClient();
        var version = await PublishAsync(1);
        await Assert.ThrowsAsync<UnknownModelException>(() => models.ActivateModelAsync("0123456789abcdef"));
        Assert.Equal(version, (await models.ActivateModelAsync(version)).Version);
        await RestartAsync();
        Assert.Equal(version, (await Personalizer.GetModelAsync()).Version);
        Assert.Equal(version, Assert.Single((await Cluster.NewModelClient().ListModelsAsync()).Models).Info!.Version);
    }

    protected override async Task<string> PublishAsync(int seed)
    {
        var trained = new ModelStore(Path.Combine(Folder.Path, "trained"));
        var version = SmallModel.Add(trained, seed);
        await SharedModels.PublishAsync(trained, version, Store, "default", keep: 5);
        return version;
    }
}
