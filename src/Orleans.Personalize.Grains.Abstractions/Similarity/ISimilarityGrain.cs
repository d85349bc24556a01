using Orleans.Concurrency;
using Orleans.Personalize.Models;

namespace Orleans.Personalize.Grains.Similarity;

/// <summary>
/// The door to what a silo shares between all profiles of a tenant, which is its key: the model and the replica of the catalogue. A call is
/// always answered by the silo it arrives at.
/// </summary>
/// <remarks>A stateless worker: as many activations a silo as it has processors, all over the same immutable engine.</remarks>
[Alias("op.ISimilarityGrain")]
public interface ISimilarityGrain : IGrainWithStringKey
{
    /// <summary>The model that answers on this silo.</summary>
    [ReadOnly, Alias("GetModel")]
    Task<ModelInfo> GetModelAsync();

    /// <summary>What this silo answers from.</summary>
    [ReadOnly, Alias("GetReplica")]
    Task<ReplicaInfo> GetReplicaAsync();
}
