using Microsoft.Extensions.Logging;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.EventLogs;
using Orleans.Personalize.ModelFiles;

namespace Orleans.Personalize.Grains.Similarity;

/// <summary>
/// A silo's view of the model in service for a tenant: follows the folder of model files, into which it brings what is in service where models are in a store that silos share. One
/// caller at a time, but for fetching.
/// </summary>
internal sealed class ModelReplica
{
    // Counts and rules do not wait for a large model: it comes into the folder when it is there.
    private static readonly TimeSpan FetchPatience = TimeSpan.FromSeconds(1);
    private readonly string _tenant;
    private readonly ILogger _logger;
    private readonly ModelStore? _store;
    private PersonalizationModel? _model;
    private readonly SharedModels? _shared;
    private string? _version;
    private Task _fetching = Task.CompletedTask;

    public ModelReplica(string tenant, PersonalizeGrainOptions options, ILogger logger)
    {
        _tenant = tenant;
        _logger = logger;
        _store = ModelFolders.Of(tenant, options);
        _shared = _store is not null && options.ModelRegistry is { } registry ? new SharedModels(_store, registry, tenant) : null;
        Models = _shared is not null ? _shared : _store is null ? null : new FolderRegistry(_store);
    }

    /// <summary>Which models there are; null on a silo without any.</summary>
    public IModelRegistry? Models { get; }

    /// <summary>Brings into the folder what is in service, where models are shared otherwise; what takes long goes on behind, and a failure is logged.</summary>
    /// <param name="whole">Whether to wait until it is there.</param>
    public async Task FetchAsync(bool whole = false)
    {
        if (_shared is null)
            return;
        if (_fetching.IsCompleted)
            _fetching = FetchSharedAsync(_shared);
        var fetching = _fetching;
        if (whole)
            await fetching;
        else
            await fetching.WaitAsync(FetchPatience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>The model in service; the same object where none was published since. An unreadable one is refused once and logged.</summary>
    public PersonalizationModel Refresh()
    {
        if (_store is null)
            return _model ??= PersonalizationModel.Untrained;
        var version = ActiveVersion(_store);
        if (_model is not null && string.Equals(version, _version, StringComparison.Ordinal))
            return _model;
        if (_model is null)
        {
            // To answer from an older model is better than not to answer.
            _model = _store.OpenActiveOrBefore(Refused) ?? PersonalizationModel.Untrained;
        }
        else
        {
            try
            {
                _model = _store.OpenActive();
            }
            catch (Exception error) when (error is InvalidDataException or UnknownModelException)
            {
                Refused(error);
            }
        }

        _version = version;
        return _model;
    }

    private async Task FetchSharedAsync(SharedModels shared)
    {
        try
        {
            await shared.FollowAsync();
        }
        catch (Exception error) when (error is InvalidDataException or UnknownModelException)
        {
            Refused(error);
        }
        catch (Exception error)
        {
            SiloEngineLog.ModelNotFetched(_logger, error, _tenant);
        }
    }

    // A damaged name is a version like any other: told once, until it changes.
    private static string? ActiveVersion(ModelStore store)
    {
        try
        {
            return store.ActiveVersion;
        }
        catch (InvalidDataException error)
        {
            return error.Message;
        }
    }

    private void Refused(Exception error) => SiloEngineLog.ModelUnreadable(_logger, error, _tenant);
}
