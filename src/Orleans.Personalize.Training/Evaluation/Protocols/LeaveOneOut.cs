using System.Collections.Immutable;
using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Training.Blending;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Evaluation.Metrics;
using Orleans.Personalize.Training.Live;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Evaluation.Protocols;

/// <summary>
/// Which title comes next? Trained on all but the last two events of each profile; the blend is learnt on the last but one; the last is
/// ranked among all titles after everything before it. The running counts are those of the training events before its time.
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
        var run = new TrainingRun(dataset, request.Training, context.TrainingSteps()) { KeepsForAblation = request.Ablate };
        var validation = InTime(split, dataset.Titles.Length, 2, run);
        var trained = run.Train(split.Training, validation);
        var examples = request.OnValidation ? validation : InTime(split, dataset.Titles.Length, 1, run);
        var measurement = new AnswerMeasurement(context, dataset, run, split.Training, Metrics) { GapSlice = GapSlices.Of };
        return measurement.Measure(trained, examples, split.Profiles.Count, new EvaluationResult
        {
            Dataset = dataset.Name,
            Protocol = request.OnValidation ? "leave-one-out (validation)" : "leave-one-out",
            Profiles = split.Profiles.Count,
            Titles = dataset.Titles.Length,
            Events = split.Training.Count,
            Metrics = ImmutableSortedDictionary<string, MetricValue>.Empty,
            TrainSeconds = trained.Elapsed.TotalSeconds,
            LearningCurve = trained.LearningCurve,
            Seed = request.Training.Seed,
            Configuration = Configurations.Of(request.Training, trained.Model),
        });
    }

    /// <summary>The same for all profiles, in the order of time, with the running counts of all training events before each.</summary>
    private static IEnumerable<HeldOutExample> InTime(LeaveOneOutSplit split, int titles, int fromEnd, TrainingRun run)
    {
        var ordered = HeldOutExamples.InTime(split.Training);
        var live = new LiveCounts(titles, run.Communities);
        var next = 0;
        foreach (var question in split.Profiles.Select(profile => Example(profile, fromEnd)).OrderBy(question => question.Moment.Now))
        {
            var now = question.Moment.Now;
            for (; next < ordered.Count && ordered[next].UnixSeconds < now.ToUnixTimeSeconds(); next++)
                live.Add(ordered[next]);
            yield return question with { Moment = live.MomentOf(question.History, now) };
        }
    }

    /// <summary>The event that stands so many places from the end, after all before it.</summary>
    public static HeldOutExample Example(LeaveOneOutSplit.ProfileHistory profile, int fromEnd)
    {
        var held = profile.Events[^fromEnd];
        DatasetEvent[] before = [.. profile.Events.Take(profile.Events.Count - fromEnd)];
        var now = DateTimeOffset.FromUnixTimeSeconds(held.UnixSeconds);
        return new HeldOutExample(DatasetHistory.Latest(before, held.UnixSeconds), [held], new Moment(now, TrendSnapshot.Empty, []))
        {
            Seen = [.. before.Select(e => e.Title).Distinct()],
        };
    }
}
