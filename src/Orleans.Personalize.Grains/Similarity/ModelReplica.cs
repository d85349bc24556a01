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
        if (options.ModelDirectory is { } directory)
        {
            var isDefault = string.Equals(tenant, options.DefaultTenant, StringComparison.Ordinal);
            _store = new ModelStore(isDefault ? directory : Path.Combine(directory, tenant));
        }
    }

    /// <summary>The model in service; the same object where none was published since. An unreadable one is refused once and logged.</summary>
    public PersonalizationModel Refresh()
    {
        var version = _store?.ActiveVersion;
        if (_model is not null && string.Equals(version, _version, StringComparison.Ordinal))
            return _model;
        try
        {
            _model = _store?.OpenActive() ?? PersonalizationModel.Untrained;
        }
        catch (InvalidDataException error)
        {
            SiloEngineLog.ModelUnreadable(_logger, error, _tenant);
            _model ??= PersonalizationModel.Untrained;
        }

        _version = version;
        return _model;
    }
}
