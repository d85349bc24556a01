using System.Collections.Immutable;
using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Training.Blending;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Evaluation.Metrics;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Evaluation.Protocols;

/// <summary>
/// Which title comes next? Trained on all but the last two events of each profile; the blend is learnt on the last but one; the last is
/// ranked among all titles after everything before it. Running counts play no part: the order of time between profiles is not kept.
/// </summary>
internal static class LeaveOneOut
{
    private static readonly ImmutableArray<IRankingMetric> Metrics =
        [new HitRate(1), new HitRate(10), new HitRate(20), new DiscountedGain(10), new DiscountedGain(20), new ReciprocalRank(10), new ReciprocalRank(100)];

    public static EvaluationResult Run(Dataset dataset, EvaluationContext context)
    {
        var request = context.Request;
        dataset = UsedTitles.Of(dataset);
        var split = LeaveOneOutSplit.Of(dataset, request.MinimumEvents);
        if (split.Profiles.Count == 0)
            throw new ArgumentException($"No profile has {request.MinimumEvents} events.", nameof(dataset));
        List<HeldOutExample> validation = [.. split.Profiles.Select(profile => Example(profile, 2))];
        var run = new TrainingRun(dataset, request.Training, context.TrainingSteps()) { KeepsForAblation = request.Ablate };
        var trained = run.Train(split.Training, validation);
        var examples = request.OnValidation ? validation : [.. split.Profiles.Select(profile => Example(profile, 1))];
        var measurement = new AnswerMeasurement(context, dataset, run, split.Training, Metrics) { GapSlice = GapSlices.Of };
        return measurement.Measure(trained, examples, examples.Count, new EvaluationResult
        {
            Dataset = dataset.Name,
            Protocol = request.OnValidation ? "leave-one-out (validation)" : "leave-one-out",
            Profiles = examples.Count,
            Titles = dataset.Titles.Length,
            Events = split.Training.Count,
            Metrics = ImmutableSortedDictionary<string, MetricValue>.Empty,
            TrainSeconds = trained.Elapsed.TotalSeconds,
            Seed = request.Training.Seed,
            Configuration = Configurations.Of(request.Training, trained.Model),
        });
    }

    /// <summary>The event that stands so many places from the end, after all before it.</summary>
    public static HeldOutExample Example(LeaveOneOutSplit.ProfileHistory profile, int fromEnd)
    {
        var held = profile.Events[^fromEnd];
        DatasetEvent[] before = [.. profile.Events.Take(profile.Events.Count - fromEnd)];
        var now = DateTimeOffset.FromUnixTimeSeconds(held.UnixSeconds);
        return new HeldOutExample(DatasetHistory.Latest(before), [held], new Moment(now, TrendSnapshot.Empty, []))
        {
            Seen = [.. before.Select(e => e.Title).Distinct()],
        };
    }
}
