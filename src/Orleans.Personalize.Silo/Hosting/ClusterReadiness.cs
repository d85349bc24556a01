using Orleans.Personalize.Gateway.Readiness;
using Orleans.Personalize.Grains.Similarity;

namespace Orleans.Personalize.Silo.Hosting;

/// <summary>Ready when a silo answers that has the tenant's catalogue and model.</summary>
/// <param name="grains">Reaches the cluster.</param>
/// <param name="tenant">The tenant.</param>
internal sealed class ClusterReadiness(IGrainFactory grains, string tenant) : IReadiness
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<string?> WhatIsMissingAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await grains.GetGrain<ISimilarityGrain>(tenant).GetReplicaAsync().WaitAsync(Patience, cancellationToken);
            return null;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return $"no silo has the catalogue and the model yet: {error.Message}";
        }
    }
}
