using Orleans.Personalize.Training.Datasets;

namespace Orleans.Personalize.Training.Models;

/// <summary>Trains a model on a dataset: the entry for hosts and the command line.</summary>
public static class ModelTrainer
{
    /// <summary>
    /// Trains a model. Any data will do: without events the model knows content only, and the blend leans on it and on popularity.
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
        CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
