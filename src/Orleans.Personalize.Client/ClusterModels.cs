using Microsoft.Extensions.Options;
using Orleans.Personalize.Grains.Similarity;
using Orleans.Personalize.Models;

namespace Orleans.Personalize.Client;

/// <summary><see cref="IModelOperations"/> of one tenant on an Orleans cluster.</summary>
internal sealed class ClusterModels(IGrainFactory grains, ClusterCalls calls, IOptions<PersonalizeClientOptions> options) : IModelOperations
{
    private IModelRegistryGrain Models => grains.GetGrain<IModelRegistryGrain>(options.Value.Tenant);

    Task<ModelList> IModelOperations.ListModelsAsync(CancellationToken cancellationToken) =>
        calls.OperateAsync(Models.ListAsync, cancellationToken);

    Task<ModelInfo> IModelOperations.ActivateModelAsync(string version, CancellationToken cancellationToken) =>
        calls.OperateAsync(() => Models.ActivateAsync(version), cancellationToken);

    Task<CommunityList> IModelOperations.ListCommunitiesAsync(CancellationToken cancellationToken) =>
        calls.OperateAsync(Models.ListCommunitiesAsync, cancellationToken);

    // Not made once more by itself where it was cut off: twice it would go back by two models.
    async Task<ModelInfo> IModelOperations.RollBackModelAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await Models.RollBackAsync().WaitAsync(cancellationToken);
        }
        catch (Exception error) when (ClusterCalls.IsOfTheMoment(error) && !cancellationToken.IsCancellationRequested)
        {
            throw new UnavailableException("the cluster cannot answer for the moment; look which model is in service before you roll back again", error);
        }
    }
}
