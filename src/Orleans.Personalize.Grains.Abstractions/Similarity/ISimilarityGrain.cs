using Orleans.CodeGeneration;
using Orleans.Concurrency;
using Orleans.Personalize.Models;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Search;

namespace Orleans.Personalize.Grains.Similarity;

/// <summary>
/// The door to what a silo shares between all profiles of a tenant, which is its key: the model and the replica of the catalogue. A call is
/// always answered by the silo it arrives at.
/// </summary>
/// <remarks>
/// A stateless worker: as many activations a silo as it has processors, all over the same immutable engine. Calls interleave. Where the grain of a
/// profile cannot be reached, any silo answers in its place as for somebody with the same settings and no history; such answers say so.
/// </remarks>
[Version(1), Alias("op.ISimilarityGrain")]
public interface ISimilarityGrain : IGrainWithStringKey
{
    /// <summary>The model that answers on this silo.</summary>
    [ReadOnly, Alias("GetModel")]
    Task<ModelInfo> GetModelAsync();

    /// <summary>What this silo answers from.</summary>
    [ReadOnly, Alias("GetReplica")]
    Task<ReplicaInfo> GetReplicaAsync();

    /// <summary>A home page in the place of a profile's own.</summary>
    [AlwaysInterleave, ReadOnly, Alias("GetHome")]
    Task<HomePage> GetHomeAsync(ProfileSettings settings, HomeRequest request);

    /// <summary>A flat list in the place of a profile's own.</summary>
    [AlwaysInterleave, ReadOnly, Alias("Recommend")]
    Task<RecommendationList> RecommendAsync(ProfileSettings settings, RecommendationRequest request);

    /// <summary>A title's page in the place of a profile's own.</summary>
    [AlwaysInterleave, ReadOnly, Alias("GetTitlePage")]
    Task<TitlePage> GetTitlePageAsync(ProfileSettings settings, TitleId title);

    /// <summary>Similar titles in the place of a profile's own.</summary>
    [AlwaysInterleave, ReadOnly, Alias("GetSimilar")]
    Task<SimilarList> GetSimilarAsync(ProfileSettings settings, SimilarRequest request);

    /// <summary>The answer to a search in the place of a profile's own.</summary>
    [AlwaysInterleave, ReadOnly, Alias("Search")]
    Task<SearchResults> SearchAsync(ProfileSettings settings, SearchRequest request);
}
