using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Training.Blending;
using Orleans.Personalize.Training.Comparison;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Refresh;

/// <summary>
/// Lets new titles and events into a model without training it anew: the entry for hosts and the command line. Counts, qualities and what is known of
/// judgements are made again from all events; title vectors get one more round of what fitted them; item-item weights for titles with new events are
/// solved again from where they are; new titles get a place in the encoder. All else is carried over.
/// </summary>
public static class ModelRefresher
{
    // Of the new events, for the comparison.
    private const double HeldOutShare = 0.2;

    /// <summary>How many events are newer than those the model knows.</summary>
    public static int CountNewEvents(Dataset dataset, PersonalizationModel model)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(model);
        return dataset.Events.Count(e => IsNew(e, model));
    }

    /// <summary>Refreshes a model. The same model, events and options make the same bytes on any number of threads.</summary>
    /// <param name="dataset">Titles and all events, those that the model knows among them.</param>
    /// <param name="model">The model.</param>
    /// <param name="options">How it was trained; what is not fitted anew counts for nothing.</param>
    /// <param name="compare">
    /// Whether to compare, as training does: the model is refreshed without the newest fifth of the new events first, and both are asked for those.
    /// </param>
    /// <param name="progress">Told what is being done; may be null.</param>
    /// <param name="cancellationToken">Ends the run early.</param>
    /// <exception cref="ArgumentException">The model was trained in another way than the options say.</exception>
    /// <exception cref="OperationCanceledException">The run was ended early.</exception>
    public static TrainedModel Refresh(
        Dataset dataset,
        PersonalizationModel model,
        TrainingOptions options,
        bool compare = true,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        var steps = new Steps(progress, cancellationToken) { Phase = TrainingPhase.Fitting };
        var run = new TrainingRun(dataset, options, steps);
        var parts = new PartsRefresher(dataset, run.Themes, options, steps);
        steps.Plan((compare ? 2 : 1) * PartsRefresher.StepCount);
        var comparison = compare ? Compare(dataset, model, options, run, parts, steps) : null;
        var content = parts.Refresh(model, dataset.Events);
        steps.Phase = TrainingPhase.Packing;
        steps.Tell("putting the model together");
        return new TrainedModel(TrainingRun.Bytes(content), steps.Elapsed, comparison);
    }

    private static ModelComparison? Compare(
        Dataset dataset, PersonalizationModel model, TrainingOptions options, TrainingRun run, PartsRefresher parts, Steps steps)
    {
        var ordered = HeldOutExamples.InTime(dataset.Events);
        var news = ordered.Count(e => IsNew(e, model));
        var fitted = ordered.Count - (int)(news * HeldOutShare);
        var questions = HeldOutExamples.AfterTime(
            ordered,
            fitted,
            dataset.Profiles.Length,
            dataset.Titles.Length,
            options.Blend.MaximumExamplesFor(dataset.Titles.Length),
            options.Blend.ShortestHistory).ToList();
        if (questions.Count < ModelTrial.LeastAnswers)
            return null;

        // The events of a profile keep the order they have in the dataset, which may be finer than their times.
        var first = ordered[fitted].UnixSeconds;
        var candidate = PersonalizationModel.Read(TrainingRun.Bytes(parts.Refresh(model, [.. dataset.Events.Where(e => e.UnixSeconds < first)])));
        steps.Tell("comparing with the model in service");
        return new ModelTrial(model).Compare(ComparisonBasis.NewerThanBoth, model, candidate, questions, run.Rank);
    }

    private static bool IsNew(DatasetEvent e, PersonalizationModel model) =>
        DateTimeOffset.FromUnixTimeSeconds(e.UnixSeconds) > model.Manifest.NewestEvent;
}
