using System.Collections.Immutable;
using Orleans.Personalize.Models;

namespace Orleans.Personalize.ModelFiles;

/// <summary>Which models there are, and which is in service.</summary>
public interface IModelRegistry
{
    /// <summary>The models, the newest first; each is read and checked.</summary>
    /// <exception cref="InvalidDataException">The name of the model in service is damaged.</exception>
    Task<ImmutableArray<StoredModel>> ListAsync();

    /// <summary>Puts a model in service, such as an earlier one; it is read and checked before.</summary>
    /// <exception cref="UnknownModelException">There is no such version.</exception>
    /// <exception cref="InvalidDataException">It is damaged; the one in service stays.</exception>
    Task ActivateAsync(string version);

    /// <summary>Puts the model in service that was in service before; once more, the one before that.</summary>
    /// <returns>The version in service from now on; null where there was none before, and nothing changed.</returns>
    /// <exception cref="UnknownModelException">It is gone; the one in service stays.</exception>
    /// <exception cref="InvalidDataException">It is damaged; the one in service stays.</exception>
    Task<string?> RollBackAsync();
}
