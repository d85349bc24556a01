using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Training.Blending;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Comparison;

/// <summary>Compares two models that are there already: the entry for the command line.</summary>
public static class ModelComparer
{
    /// <summary>
    /// Compares on events newer than both models' training where there are enough; else both models' blends are put over parts that are
    /// fitted anew to all but the newest events. <see cref="ModelComparison.Basis"/> says which was done.
    /// </summary>
    /// <param name="dataset">Titles and events, up to now.</param>
    /// <param name="inService">The model in service.</param>
    /// <param name="candidate">The other.</param>
    /// <param name="options">How parts are fitted, where they must be.</param>
    /// <param name="progress">Told how far the run is; may be null.</param>
    /// <param name="cancellationToken">Ends the run early.</param>
    /// <exception cref="ArgumentException">There are too few events to compare on.</exception>
    /// <exception cref="OperationCanceledException">The run was ended early.</exception>
    public static ModelComparison Compare(
        Dataset dataset,
        PersonalizationModel inService,
        PersonalizationModel candidate,
        TrainingOptions options,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(inService);
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(options);
        var steps = new Steps(progress, cancellationToken);
        var run = new TrainingRun(dataset, options, steps);
        var trial = new ModelTrial(inService);
        var newest = inService.Manifest.NewestEvent > candidate.Manifest.NewestEvent ? inService.Manifest.NewestEvent : candidate.Manifest.NewestEvent;
        var ordered = HeldOutExamples.InTime(dataset.Events);
        var unseen = Questions(ordered.FindIndex(e => DateTimeOffset.FromUnixTimeSeconds(e.UnixSeconds) > newest));
        if (unseen.Count >= ModelTrial.LeastAnswers)
            return Named(trial.Compare(ComparisonBasis.NewerThanBoth, inService, candidate, unseen, run.Rank));

        var questions = Questions((int)(ordered.Count * (1 - options.Blend.HeldOutShare)));
        if (questions.Count < ModelTrial.LeastAnswers)
            throw new ArgumentException($"there are {questions.Count} held-out events to compare on; {ModelTrial.LeastAnswers} are needed", nameof(dataset));
        var first = questions.Min(question => question.Moment.Now).ToUnixTimeSeconds();
        var parts = run.FitParts([.. dataset.Events.Where(e => e.UnixSeconds < first)]);
        return Named(trial.Compare(
            ComparisonBasis.SameCut, TrainingRun.WithBlendOf(parts, inService), TrainingRun.WithBlendOf(parts, candidate), questions, run.Rank));

        List<HeldOutExample> Questions(int fitted) => fitted < 0 ? [] : [.. HeldOutExamples.AfterTime(
            ordered, fitted, dataset.Profiles.Length, dataset.Titles.Length, options.Blend.MaximumExamplesFor(dataset.Titles.Length), options.Blend.ShortestHistory)];

        ModelComparison Named(ModelComparison comparison) => comparison with { Candidate = candidate.Info.Version };
    }
}
