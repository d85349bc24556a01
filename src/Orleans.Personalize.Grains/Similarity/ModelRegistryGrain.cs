using Orleans.Personalize.ModelFiles;
using Orleans.Personalize.Models;

namespace Orleans.Personalize.Grains.Similarity;

/// <summary>Changes which model is in service, one change at a time; its own silo follows before it answers. Holds nothing itself: what is in service is beside the models.</summary>
[GrainType("model")]
internal sealed class ModelRegistryGrain(SiloEngines engines) : Grain, IModelRegistryGrain
{
    private ModelOperations _models = null!;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var tenant = this.GetPrimaryKeyString();
        _models = new ModelOperations(
            engines.For(tenant).Models,
            async () => (await engines.For(tenant).RefreshAsync()).Model.Info,
            async () => (await engines.For(tenant).AtLeastAsync(0)).DescribeCommunities());
        return Task.CompletedTask;
    }

    Task<ModelList> IModelRegistryGrain.ListAsync() => _models.ListModelsAsync();

    Task<ModelInfo> IModelRegistryGrain.ActivateAsync(string version) => _models.ActivateModelAsync(version);

    Task<ModelInfo> IModelRegistryGrain.RollBackAsync() => _models.RollBackModelAsync();

    Task<CommunityList> IModelRegistryGrain.ListCommunitiesAsync() => _models.ListCommunitiesAsync();
}
