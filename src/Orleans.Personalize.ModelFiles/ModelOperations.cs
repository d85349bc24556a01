using Orleans.Personalize.Models;

namespace Orleans.Personalize.ModelFiles;

/// <summary>What operators do with the models of a folder that a host serves from.</summary>
/// <param name="store">The folder; null for a host that has none.</param>
/// <param name="follow">Makes the host answer from the model in service, and says which that is.</param>
/// <param name="describe">Describes the communities of the model that answers.</param>
public sealed class ModelOperations(ModelStore? store, Func<Task<ModelInfo>> follow, Func<Task<CommunityList>> describe) : IModelOperations
{
    /// <inheritdoc/>
    public Task<ModelList> ListModelsAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.Run(() => new ModelList { Models = store?.List() ?? [] }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ModelInfo> ActivateModelAsync(string version, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(version) || store is null)
            throw new UnknownModelException($"there is no model of version '{version}'");
        return ChangeAsync(() => store.Activate(version), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ModelInfo> RollBackModelAsync(CancellationToken cancellationToken = default) => ChangeAsync(
        () =>
        {
            try
            {
                if (store?.RollBack() is null)
                    throw new ModelRefusedException("no model was in service before the present one");
            }
            catch (UnknownModelException e)
            {
                throw new ModelRefusedException($"the model in service before is gone: {e.Message}", e);
            }
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<CommunityList> ListCommunitiesAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return describe();
    }

    private async Task<ModelInfo> ChangeAsync(Action change, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Run(change, cancellationToken);
            return await follow();
        }
        catch (InvalidDataException e)
        {
            throw new ModelRefusedException(e.Message, e);
        }
    }
}
