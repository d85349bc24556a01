using System.Collections.Immutable;
using Orleans.Personalize.Models;

namespace Orleans.Personalize.ModelFiles;

/// <summary>The models of a folder.</summary>
/// <param name="store">The folder.</param>
public sealed class FolderRegistry(ModelStore store) : IModelRegistry
{
    /// <inheritdoc/>
    public Task<ImmutableArray<StoredModel>> ListAsync() => Task.Run(store.List);

    /// <inheritdoc/>
    public Task ActivateAsync(string version) => Task.Run(() => store.Activate(version));

    /// <inheritdoc/>
    public Task<string?> RollBackAsync() => Task.Run(store.RollBack);
}
