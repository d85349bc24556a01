using System.Collections.Immutable;
using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Scoring;
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
    private const int CoverageDepth = 10;

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
        var run = new TrainingRun(dataset, request.Training, context.TrainingSteps());
        var trained = run.Train(split.Training, validation);
        var scorer = new TitleScorer(run.Catalog, run.Themes, trained.Model);
        var examples = request.OnValidation ? validation : [.. split.Profiles.Select(profile => Example(profile, 1))];
        return Measure(dataset, examples, scorer, context, trained, split);
    }

    private static EvaluationResult Measure(
        Dataset dataset,
        List<HeldOutExample> examples,
        TitleScorer scorer,
        EvaluationContext context,
        TrainedModel trained,
        LeaveOneOutSplit split)
    {
        var tally = new RankingTally(Metrics);
        var coverage = new CatalogCoverage(dataset.Titles.Length, CoverageDepth);
        foreach (var (example, answer) in Answers.Of(examples, new AnswerRanker(scorer, Answers.TopCount(context)), context, examples.Count))
        {
            Answers.Tell(dataset, example, answer, context);
            coverage.Add(Array.ConvertAll(answer.Top, top => top.Title));
            if (example.Profile < (context.Request.ProfilesWithExactTimes ?? int.MaxValue))
                tally.Add(example.Profile, answer.Ranks, GapSlices.Of(example.GapSeconds));
            else
                tally.Add(example.Profile, answer.Ranks);
        }

        return new EvaluationResult
        {
            Dataset = dataset.Name,
            Protocol = context.Request.OnValidation ? "leave-one-out (validation)" : "leave-one-out",
            Profiles = examples.Count,
            Titles = dataset.Titles.Length,
            Events = split.Training.Count,
            Metrics = tally.Metrics.Add(coverage.Name, new MetricValue(coverage.Value, 0)),
            Slices = tally.Slices(GapSlices.SameSecond, GapSlices.Minute, GapSlices.Hour, GapSlices.More),
            TrainSeconds = trained.Elapsed.TotalSeconds,
            Seed = context.Request.Training.Seed,
            Configuration = Configurations.Of(context.Request.Training, trained.Model),
        };
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
