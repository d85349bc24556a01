using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace Orleans.Personalize.Grains.Storage;

/// <summary>
/// Saves a grain's counts some time after they changed. For counts only: what callers were told is durable is written before they are told.
/// </summary>
/// <typeparam name="TState">The stored form of the counts.</typeparam>
/// <param name="grain">Whose counts.</param>
/// <param name="storage">Where they are kept.</param>
/// <param name="encode">Makes the stored form of the counts as they are now.</param>
/// <param name="interval">How long after a change they are saved.</param>
/// <param name="logger">Learns of saves that failed.</param>
internal sealed class CountSaver<TState>(
    IGrainBase grain, IPersistentState<TState> storage, Func<TState> encode, TimeSpan interval, ILogger logger)
{
    private IGrainTimer? _timer;

    /// <summary>Says that there is something to save. Grains whose counts rest have no timer.</summary>
    public void Changed() =>
        _timer ??= grain.RegisterGrainTimer(SaveAsync, new GrainTimerCreationOptions(interval, Timeout.InfiniteTimeSpan));

    /// <summary>Saves what changed; after an error it is tried again some time later.</summary>
    /// <param name="cancellationToken">The grain goes, and there is no later.</param>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        if (_timer is null)
            return;
        _timer.Dispose();
        _timer = null;
        try
        {
            await CountSaves.InTurnAsync(WriteAsync, cancellationToken);
        }
        catch (Exception error)
        {
            StorageLog.CountsNotSaved(logger, grain.GrainContext.GrainId, $"{error.GetType().Name}: {error.Message}");
            if (!cancellationToken.IsCancellationRequested)
                Changed();
        }
    }

    private async Task WriteAsync()
    {
        try
        {
            storage.State = encode();
            await storage.WriteStateAsync();
        }
        catch (InconsistentStateException)
        {
            // An earlier write reached the storage although it seemed to fail. The counts in memory contain what it wrote.
            await storage.ReadStateAsync();
            storage.State = encode();
            await storage.WriteStateAsync();
        }
    }
}
