using System.Diagnostics;
using Orleans.Personalize.Grains.Telemetry;
using Orleans.Storage;

namespace Orleans.Personalize.Grains.Storage;

/// <summary>The silo's storage, with every call to it measured.</summary>
/// <param name="storage">The storage itself.</param>
internal sealed class MeasuredStorage(IGrainStorage storage) : IGrainStorage
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        MeasureAsync("read", stateName, storage.ReadStateAsync(stateName, grainId, grainState));

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        MeasureAsync("write", stateName, storage.WriteStateAsync(stateName, grainId, grainState));

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        MeasureAsync("delete", stateName, storage.ClearStateAsync(stateName, grainId, grainState));

    private static async Task MeasureAsync(string operation, string stateName, Task call)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await call;
            GrainTelemetry.Stored(operation, stateName, started, error: null);
        }
        catch (Exception error)
        {
            GrainTelemetry.Stored(operation, stateName, started, error);
            throw;
        }
    }
}
