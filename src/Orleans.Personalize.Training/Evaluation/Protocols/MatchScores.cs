using System.Collections.Immutable;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Training.Blending;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Evaluation.Metrics;
using Orleans.Personalize.Training.LinearAlgebra;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Evaluation.Protocols;

/// <summary>
/// Does the match score say how probable it is that a title is liked? Split as leave-one-out: calibrated on the last but one event of each
/// profile, measured on the last.
/// </summary>
internal static class MatchScores
{
    private const int Resamples = 200;

    private static readonly (string Name, Func<IEnumerable<(double, bool)>, double> Of)[] Metrics =
        [($"ECE@{CalibrationError.Bins}", CalibrationError.Of), ("AUC", AreaUnderCurve.Of), ("Brier", BrierScore.Of)];

    public static EvaluationResult Run(Dataset dataset, EvaluationContext context)
    {
        dataset = UsedTitles.Of(dataset);
        var split = LeaveOneOutSplit.Of(dataset, context.Request.MinimumEvents);
        var run = new TrainingRun(dataset, context.Request.Training, context.TrainingSteps());
        var trained = run.Train(split.Training, [.. split.Profiles.Select(profile => LeaveOneOut.Example(profile, 2))]);
        var scorer = new TitleScorer(run.Catalog, run.Themes, trained.Model);
        HeldOutExample[] examples = [.. split.Profiles
            .Select(profile => LeaveOneOut.Example(profile, context.Request.OnValidation ? 2 : 1))
            .Where(example => Judgement.IsJudged(example.HeldOut[0]))];
        if (examples.Length == 0)
            throw new ArgumentException("No held-out event says whether the title was liked.", nameof(dataset));
        var outcomes = Outcomes(scorer, examples, context);
        return new EvaluationResult
        {
            Dataset = dataset.Name,
            Protocol = context.Request.OnValidation ? "match-score (validation)" : "match-score",
            Profiles = examples.Length,
            Titles = dataset.Titles.Length,
            Events = split.Training.Count,
            Metrics = Measure(outcomes, context.Request.Training.Seed),
            TrainSeconds = trained.Elapsed.TotalSeconds,
            Seed = context.Request.Training.Seed,
            Configuration = Configurations.Of(context.Request.Training, trained.Model)
                .Add("liked", $"{outcomes.Average(outcome => outcome.Outcome ? 1.0 : 0):f4}"),
        };
    }

    private static (double Probability, bool Outcome)[] Outcomes(TitleScorer scorer, HeldOutExample[] examples, EvaluationContext context)
    {
        const int piece = 64;
        var outcomes = new (double, bool)[examples.Length];
        context.Tell("scoring", 0);
        Threads.For((examples.Length + piece - 1) / piece, context.Threads, index =>
        {
            var buffer = new ScoreBuffer(scorer.Catalog.Count);
            for (var i = index * piece; i < Math.Min((index + 1) * piece, examples.Length); i++)
            {
                var example = examples[i];
                scorer.Score(example.History, scorer.FoldIn(example.History), example.Moment, buffer);
                outcomes[i] = (scorer.MatchScore(example.HeldOut[0].Title, buffer), Judgement.IsLiked(example.HeldOut[0]));
            }
        });
        return outcomes;
    }

    // Standard errors by the bootstrap (B. Efron, 1979).
    private static ImmutableSortedDictionary<string, MetricValue> Measure((double Probability, bool Outcome)[] outcomes, ulong seed)
    {
        var random = new SeededRandom(seed);
        var values = Metrics.Select(_ => new List<double>()).ToArray();
        for (var resample = 0; resample < Resamples; resample++)
        {
            (double, bool)[] drawn = [.. outcomes.Select(_ => outcomes[random.NextBelow(outcomes.Length)])];
            for (var i = 0; i < Metrics.Length; i++)
                values[i].Add(Metrics[i].Of(drawn));
        }

        return Metrics
            .Select((metric, i) => KeyValuePair.Create(metric.Name, new MetricValue(metric.Of(outcomes), Deviation(values[i]))))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    private static double Deviation(List<double> values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => Math.Pow(value - mean, 2)) / (values.Count - 1));
    }
}
