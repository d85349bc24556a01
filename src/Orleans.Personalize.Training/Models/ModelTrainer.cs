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
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(options);
        return new TrainingRun(dataset, options, new Steps(progress, cancellationToken)).Train(dataset.Events);
    }
}
