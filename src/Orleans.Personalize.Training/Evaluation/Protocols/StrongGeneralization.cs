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
/// What do profiles like that the model never saw? Trained on the liked events of the training profiles; the blend is learnt on the
/// validation profiles; the test profiles fold in a part of their likes and are asked a day later for the rest.
/// </summary>
internal static class StrongGeneralization
{
    private static readonly ImmutableArray<IRankingMetric> Metrics =
        [new Recall(20), new Recall(50), new DiscountedGain(20), new DiscountedGain(100)];

    public static EvaluationResult Run(Dataset dataset, EvaluationContext context)
    {
        var (split, run, trained) = Train(dataset, context);
        List<HeldOutExample> examples = [.. (context.Request.OnValidation ? split.Validation : split.Test).Select(Example)];
        return new AnswerMeasurement(context, split.Dataset, run, split.Training, Metrics) { Surface = ScoreSurface.TopPicks }
            .Measure(trained, examples, examples.Count, Result(split, context, trained, examples.Count) with
            {
                Protocol = context.Request.OnValidation ? "strong-generalization (validation)" : "strong-generalization",
            });
    }

    /// <summary>Trains on the training profiles and learns the blend on the validation profiles.</summary>
    public static (StrongSplit Split, TrainingRun Run, TrainedModel Trained) Train(Dataset dataset, EvaluationContext context)
    {
        var split = StrongSplit.Read(dataset, context.Request.SplitsFolder);
        var run = new TrainingRun(split.Dataset, context.Request.Training, context.TrainingSteps()) { KeepsForAblation = context.Request.Ablate };
        return (split, run, run.Train(split.Training, [.. split.Validation.Select(Example)]));
    }

    public static EvaluationResult Result(StrongSplit split, EvaluationContext context, TrainedModel trained, int profiles) => new()
    {
        Dataset = split.Dataset.Name,
        Protocol = string.Empty,
        Profiles = profiles,
        Titles = split.Dataset.Titles.Length,
        Events = split.Training.Count,
        Metrics = ImmutableSortedDictionary<string, MetricValue>.Empty,
        TrainSeconds = trained.Elapsed.TotalSeconds,
        LearningCurve = trained.LearningCurve,
        Seed = context.Request.Training.Seed,
        Configuration = Configurations.Of(context.Request.Training, trained.Model),
    };

    /// <summary>A profile folded in, asked a day after its last event.</summary>
    public static HeldOutExample Example(StrongSplit.Folded folded)
    {
        var history = DatasetHistory.Latest(folded.FoldIn);
        var now = history.Length > 0 ? history[^1].Time.AddDays(1) : DateTimeOffset.UnixEpoch;
        return new HeldOutExample(history, [.. folded.Predict], new Moment(now, TrendSnapshot.Empty, []))
        {
            Seen = [.. folded.FoldIn.Select(e => e.Title)],
        };
    }
}
