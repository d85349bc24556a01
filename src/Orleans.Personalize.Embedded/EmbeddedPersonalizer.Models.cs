using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Models;

namespace Orleans.Personalize.Embedded;

/// <content>The model in service.</content>
public sealed partial class EmbeddedPersonalizer
{
    /// <summary>What operators do with the models of the folder.</summary>
    public IModelOperations Models { get; }

    /// <summary>Puts the model that was published last into service, without holding up a call. Profiles are brought up to it when they are next used.</summary>
    /// <returns>The model that answers from now on.</returns>
    /// <exception cref="InvalidDataException">The model is damaged; the old one goes on answering.</exception>
    /// <exception cref="UnknownModelException">The model is not in the folder; the old one goes on answering.</exception>
    public async Task<ModelInfo> ActivateModelAsync()
    {
        await _engine.SwapModelAsync(present =>
            string.Equals(_models.ActiveVersion, present.Info.Version, StringComparison.Ordinal) ? null : _models.OpenActive());
        var info = _engine.Current.Model.Info;
        Log.ModelActivated(_logger, info.Version);
        return info;
    }

    /// <summary>The model in service, or the one before where that cannot be read: to answer from an older one is better than not to answer.</summary>
    private PersonalizationModel OpenModel()
    {
        Exception? reason = null;
        return _models.OpenActiveOrBefore(e =>
        {
            reason ??= e;
            Log.ModelRefused(_logger, e);
        }) ?? throw new InvalidDataException($"no model can be read: {reason!.Message}", reason);
    }
}
