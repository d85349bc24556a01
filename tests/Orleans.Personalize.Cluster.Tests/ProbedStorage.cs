using Orleans.Storage;

namespace Orleans.Personalize.Cluster.Tests;

/// <summary>A storage that does what its probe says.</summary>
internal sealed class ProbedStorage(IGrainStorage storage, StorageProbe probe) : IGrainStorage
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        probe.ReadAsync(stateName, grainId.Key.ToString()!, grainState, () => storage.ReadStateAsync(stateName, grainId, grainState));

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        probe.WatchAsync(stateName, grainId.Key.ToString()!, () => storage.WriteStateAsync(stateName, grainId, grainState));

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        probe.WatchAsync(stateName, grainId.Key.ToString()!, () => storage.ClearStateAsync(stateName, grainId, grainState));
}
