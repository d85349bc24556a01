using Orleans.CodeGeneration;
using Orleans.Personalize.Models;

namespace Orleans.Personalize.Grains.Similarity;

/// <summary>
/// The models of a tenant, which is its key: which there are, and which is in service. Silos share the folder or container of models and follow it.
/// </summary>
/// <remarks>One call at a time.</remarks>
[Version(1), Alias("op.IModelGrain")]
public interface IModelRegistryGrain : IGrainWithStringKey
{
    /// <summary>The models at hand, the newest file first.</summary>
    [Alias("List")]
    Task<ModelList> ListAsync();

    /// <summary>Puts a model in service.</summary>
    /// <exception cref="UnknownModelException">There is no model of this version.</exception>
    /// <exception cref="ModelRefusedException">Its file is damaged; the one in service stays.</exception>
    [Alias("Activate")]
    Task<ModelInfo> ActivateAsync(string version);

    /// <summary>Puts the model back in service that was before the present one.</summary>
    /// <exception cref="ModelRefusedException">There was none before, its file is gone or damaged; the one in service stays.</exception>
    [Alias("RollBack")]
    Task<ModelInfo> RollBackAsync();

    /// <summary>The taste communities that the model in service found.</summary>
    [Alias("ListCommunities")]
    Task<CommunityList> ListCommunitiesAsync();
}
