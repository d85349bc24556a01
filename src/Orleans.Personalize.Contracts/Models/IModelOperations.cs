namespace Orleans.Personalize.Models;

/// <summary>
/// What operators do with the models of one tenant: see which there are, put one in service, take it back. Both hosts implement it beside
/// <see cref="IPersonalizer"/>.
/// </summary>
/// <remarks>
/// A model is put in service without holding up a call: answers that began with the old one end with it, and every answer comes from one
/// model throughout and names its version. On a cluster the other silos follow within a second.
/// </remarks>
public interface IModelOperations
{
    /// <summary>The models at hand, the newest file first.</summary>
    Task<ModelList> ListModelsAsync(CancellationToken cancellationToken = default);

    /// <summary>Puts a model in service; nothing changes where it is in service already.</summary>
    /// <returns>The model that answers from now on.</returns>
    /// <exception cref="UnknownModelException">There is no model of this version.</exception>
    /// <exception cref="ModelRefusedException">Its file is damaged; the one in service stays.</exception>
    Task<ModelInfo> ActivateModelAsync(string version, CancellationToken cancellationToken = default);

    /// <summary>Puts the model back in service that was in service before the present one; called again, the one before that.</summary>
    /// <returns>The model that answers from now on.</returns>
    /// <exception cref="ModelRefusedException">There was none before, its file is gone or damaged; the one in service stays.</exception>
    Task<ModelInfo> RollBackModelAsync(CancellationToken cancellationToken = default);

    /// <summary>The taste communities that the model in service found, described by what sets them apart.</summary>
    Task<CommunityList> ListCommunitiesAsync(CancellationToken cancellationToken = default);
}
