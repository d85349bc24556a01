using Microsoft.Extensions.Options;
using Orleans.Personalize.ModelFiles;
using Orleans.Personalize.Models;

namespace Orleans.Personalize.Grains.Similarity;

/// <summary>Changes which model is in service, one change at a time; its own silo follows before it answers. Holds nothing itself.</summary>
internal sealed class ModelGrain(SiloEngines engines, IOptions<PersonalizeGrainOptions> options) : Grain, IModelGrain
{
    private ModelOperations _models = null!;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var tenant = this.GetPrimaryKeyString();
        _models = new ModelOperations(
            ModelFolders.Of(tenant, options.Value),
            async () => (await engines.For(tenant).RefreshAsync()).Model.Info,
            async () => (await engines.For(tenant).AtLeastAsync(0)).DescribeCommunities());
        return Task.CompletedTask;
    }

    Task<ModelList> IModelGrain.ListAsync() => _models.ListModelsAsync();

    Task<ModelInfo> IModelGrain.ActivateAsync(string version) => _models.ActivateModelAsync(version);

    Task<ModelInfo> IModelGrain.RollBackAsync() => _models.RollBackModelAsync();

    Task<CommunityList> IModelGrain.ListCommunitiesAsync() => _models.ListCommunitiesAsync();
}
