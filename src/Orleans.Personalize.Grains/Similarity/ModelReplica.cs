using Microsoft.Extensions.Logging;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.ModelFiles;

namespace Orleans.Personalize.Grains.Similarity;

/// <summary>A silo's view of the model in service for a tenant: follows the folder of model files. One caller at a time.</summary>
internal sealed class ModelReplica
{
    private readonly string _tenant;
    private readonly ILogger _logger;
    private readonly ModelStore? _store;
    private PersonalizationModel? _model;
    private string? _version;

    public ModelReplica(string tenant, PersonalizeGrainOptions options, ILogger logger)
    {
        _tenant = tenant;
        _logger = logger;
        _store = ModelFolders.Of(tenant, options);
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
