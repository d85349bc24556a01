using System.Collections.Immutable;
using Orleans.Personalize.Training.Blending;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Evaluation.Metrics;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Evaluation.Protocols;

/// <summary>
/// How good are the answers day by day? Trained on the events before the 90 % point of time (the blend is learnt on 80 to 90 %, by parts
/// fitted before); then event by event: where the profile has three earlier events and the title is new to it, all titles that
/// occurred so far are ranked with the running counts as they are, and the event is let in. A title's first event ever is a miss.
/// </summary>
internal static class LiveReplay
{
    private const double FittedShare = 0.9;
    private const double ValidationShare = 0.8;
    private const int ShortestHistory = 3;

    private static readonly ImmutableArray<IRankingMetric> Metrics =
        [new HitRate(10), new HitRate(20), new DiscountedGain(10), new DiscountedGain(20), new ReciprocalRank(20)];

    public static EvaluationResult Run(Dataset dataset, EvaluationContext context)
    {
        var request = context.Request;
        dataset = UsedTitles.Of(dataset);
        var ordered = HeldOutExamples.InTime(dataset.Events);
        if (request.OnValidation)
            ordered = ordered[..(int)(ordered.Count * FittedShare)];
        var fitted = (int)(request.OnValidation ? ordered.Count * ValidationShare / FittedShare : ordered.Count * FittedShare);
        var options = request.Training with
        {
            Blend = request.Training.Blend with { HeldOutShare = 1 - (ValidationShare / FittedShare), ShortestHistory = ShortestHistory },
        };
        var run = new TrainingRun(dataset, options, context.TrainingSteps()) { KeepsForAblation = request.Ablate };
        List<DatasetEvent> training = [.. ordered.Take(fitted)];
        var trained = run.Train([.. training]);
        var occurred = FirstOccurrences(ordered, dataset.Titles.Length);
        var examples = HeldOutExamples.AfterTime(
            ordered, fitted, dataset.Profiles.Length, dataset.Titles.Length, int.MaxValue, ShortestHistory, () => run.Communities);
        var measurement = new AnswerMeasurement(context, dataset, run, training, Metrics)
        {
            IsCandidate = (example, title) => occurred[title] < example.Position,
            GapSlice = GapSlices.ByVisit,
        };
        var result = measurement.Measure(trained, examples, ordered.Count - fitted, new EvaluationResult
        {
            Dataset = dataset.Name,
            Protocol = request.OnValidation ? "live-replay (validation)" : "live-replay",
            Profiles = 0,
            Titles = dataset.Titles.Length,
            Events = fitted,
            Metrics = ImmutableSortedDictionary<string, MetricValue>.Empty,
            TrainSeconds = trained.Elapsed.TotalSeconds,
            LearningCurve = trained.LearningCurve,
            Seed = request.Training.Seed,
            Configuration = Configurations.Of(options, trained.Model),
        });
        return result with
        {
            Profiles = measurement.Profiles,
            Configuration = result.Configuration
                .Add("answers", $"{measurement.Count}")
                .Add("firstEverTitles", $"{measurement.OutOfReach}"),
        };
    }

    /// <summary>The place of the first event of each title: int[titles].</summary>
    public static int[] FirstOccurrences(List<DatasetEvent> ordered, int titles)
    {
        var first = new int[titles];
        Array.Fill(first, int.MaxValue);
        for (var i = ordered.Count - 1; i >= 0; i--)
            first[ordered[i].Title] = i;
        return first;
    }
}
