using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace Orleans.Personalize.Grains.Storage;

/// <summary>
/// Saves a grain's counts some time after they changed. For counts only: what callers were told is durable is written before they are told.
/// </summary>
/// <typeparam name="TState">The stored form of the counts.</typeparam>
internal sealed class CountSaver<TState>
{
    private readonly IPersistentState<TState> _storage;
    private readonly Func<TState> _encode;
    private readonly ILogger _logger;
    private readonly GrainId _grain;
    private bool _changed;

    public CountSaver(IGrainBase grain, IPersistentState<TState> storage, Func<TState> encode, TimeSpan interval, ILogger logger)
    {
        _storage = storage;
        _encode = encode;
        _logger = logger;
        _grain = grain.GrainContext.GrainId;
        grain.RegisterGrainTimer(SaveAsync, new GrainTimerCreationOptions(interval, interval));
    }

    /// <summary>Says that there is something to save.</summary>
    public void Changed() => _changed = true;

    /// <summary>Saves what changed; after an error it is tried again next time.</summary>
    public async Task SaveAsync()
    {
        if (!_changed)
            return;
        _changed = false;
        try
        {
            await WriteAsync();
        }
        catch (Exception error)
        {
            _changed = true;
            StorageLog.CountsNotSaved(_logger, error, _grain);
        }
    }

    private async Task WriteAsync()
    {
        try
        {
            _storage.State = _encode();
            await _storage.WriteStateAsync();
        }
        catch (InconsistentStateException)
        {
            // An earlier write reached the storage although it seemed to fail. The counts in memory contain what it wrote.
            await _storage.ReadStateAsync();
            _storage.State = _encode();
            await _storage.WriteStateAsync();
        }
    }
}
