using Orleans.Personalize.Models;

namespace Orleans.Personalize.ModelFiles;

/// <summary>What operators do with the models that a host serves from.</summary>
/// <param name="registry">The models; null for a host that has none.</param>
/// <param name="follow">Makes the host answer from the model in service, and says which that is.</param>
/// <param name="describe">Describes the communities of the model that answers.</param>
public sealed class ModelOperations(IModelRegistry? registry, Func<Task<ModelInfo>> follow, Func<Task<CommunityList>> describe) : IModelOperations
{
    /// <summary>What operators do with the models of a folder.</summary>
    /// <param name="store">The folder; null for a host that has none.</param>
    /// <param name="follow">Makes the host answer from the model in service, and says which that is.</param>
    /// <param name="describe">Describes the communities of the model that answers.</param>
    public ModelOperations(ModelStore? store, Func<Task<ModelInfo>> follow, Func<Task<CommunityList>> describe)
        : this(store is null ? null : new FolderRegistry(store), follow, describe)
    {
    }

    /// <inheritdoc/>
    public async Task<ModelList> ListModelsAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new ModelList { Models = registry is null ? [] : await registry.ListAsync() };
    }

    /// <inheritdoc/>
    public Task<ModelInfo> ActivateModelAsync(string version, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(version) || registry is null)
            throw new UnknownModelException($"there is no model of version '{version}'");
        return ChangeAsync(() => registry.ActivateAsync(version), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ModelInfo> RollBackModelAsync(CancellationToken cancellationToken = default) => ChangeAsync(
        async () =>
        {
            try
            {
                if (registry is null || await registry.RollBackAsync() is null)
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

    private async Task<ModelInfo> ChangeAsync(Func<Task> change, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            await change();
            return await follow();
        }
        catch (InvalidDataException e)
        {
            throw new ModelRefusedException(e.Message, e);
        }
    }
}
