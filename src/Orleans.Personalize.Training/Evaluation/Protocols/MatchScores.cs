using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Training.Blending;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Evaluation.Metrics;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Evaluation.Protocols;

/// <summary>
/// Does the match score say how probable it is that a title is liked? Split as leave-one-out: calibrated on the last but one event of each
/// profile, measured on the last; once more as if the profile were new and only its latest few events were known.
/// </summary>
internal static class MatchScores
{
    private static readonly int[] Known = [0, 1, 3, 10];

    public static EvaluationResult Run(Dataset dataset, EvaluationContext context)
    {
        dataset = UsedTitles.Of(dataset);
        var split = LeaveOneOutSplit.Of(dataset, context.Request.MinimumEvents);
        var run = new TrainingRun(dataset, context.Request.Training, context.TrainingSteps());
        var trained = run.Train(split.Training, [.. split.Profiles.Select(profile => LeaveOneOut.Example(profile, 2))]);
        List<HeldOutExample> examples = [.. split.Profiles
            .Select(profile => LeaveOneOut.Example(profile, context.Request.OnValidation ? 2 : 1))
            .Where(example => Judgement.IsJudged(example.HeldOut[0]))];
        if (examples.Count == 0)
            throw new ArgumentException("No held-out event says whether the title was liked.", nameof(dataset));
        var ranker = new AnswerRanker(new TitleScorer(run.Catalog, run.Themes, trained.Model), Answers.TopCount(context));
        var tally = new MatchTally(context.Request.Training.Seed);
        var popularity = new PopularitySlices(dataset.Titles.Length, split.Training);
        var times = new AnswerTimes();
        foreach (var (example, answer) in Answers.Of(examples, ranker, context, examples.Count))
        {
            Answers.Tell(dataset, example, answer, context);
            times.Add(answer);
            tally.Add(answer, example, LengthSlices.Of(example.History.Length), popularity.Of(example.HeldOut[0].Title));
        }

        foreach (var known in Known)
        {
            var slice = new Slice("known of the profile", known, $"{known} events known");
            var cut = examples.Select(example => example with { History = example.History[^Math.Min(known, example.History.Length)..] });
            foreach (var (example, answer) in Answers.Of(cut, ranker, context, examples.Count))
                tally.AddAside(answer, example, slice);
        }

        return new EvaluationResult
        {
            Dataset = dataset.Name,
            Protocol = context.Request.OnValidation ? "match-score (validation)" : "match-score",
            Profiles = examples.Count,
            Titles = dataset.Titles.Length,
            Events = split.Training.Count,
            Metrics = tally.Metrics,
            Slices = tally.Slices,
            Reliability = Reliability.Of(tally.Outcomes),
            Microseconds = times.Figures,
            TrainSeconds = trained.Elapsed.TotalSeconds,
            LearningCurve = trained.LearningCurve,
            Seed = context.Request.Training.Seed,
            Configuration = Configurations.Of(context.Request.Training, trained.Model),
        };
    }
}
