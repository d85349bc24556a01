using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Training.Comparison;
using Orleans.Personalize.Training.Datasets;

namespace Orleans.Personalize.Training.Models;

/// <summary>Trains a model on a dataset: the entry for hosts and the command line.</summary>
public static class ModelTrainer
{
    /// <summary>
    /// Trains a model: fits the parts without the newest events, learns the blend and the match score on those, and fits the parts again on
    /// all events. Any data will do: without events the model knows content only.
    /// </summary>
    /// <param name="dataset">Titles and events.</param>
    /// <param name="options">How to train.</param>
    /// <param name="progress">Told how far the run is; may be null. Called on the training thread, in order.</param>
    /// <param name="cancellationToken">Ends the run early.</param>
    /// <exception cref="OperationCanceledException">The run was ended early.</exception>
    public static TrainedModel Train(
        Dataset dataset,
        TrainingOptions options,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        Train(dataset, options, PersonalizationModel.Untrained, progress, cancellationToken);

    /// <summary>
    /// The same, and compares on the way: what was fitted without the newest events is asked, beside the model in service, for the newest events of
    /// half the profiles; its own blend is learnt from the other half.
    /// </summary>
    /// <param name="dataset">Titles and events.</param>
    /// <param name="options">How to train.</param>
    /// <param name="inService">The model in service.</param>
    /// <param name="progress">Told how far the run is; may be null. Called on the training thread, in order.</param>
    /// <param name="cancellationToken">Ends the run early.</param>
    /// <exception cref="OperationCanceledException">The run was ended early.</exception>
    public static TrainedModel Train(
        Dataset dataset,
        TrainingOptions options,
        PersonalizationModel inService,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(inService);
        return new TrainingRun(dataset, options, new Steps(progress, cancellationToken)).Train(dataset.Events, new ModelTrial(inService));
    }
}
