using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Training.Blending;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Evaluation.Metrics;

namespace Orleans.Personalize.Training.Evaluation.Protocols;

/// <summary>How soon are profiles understood? As strong generalization, but only the first few titles of each test profile are folded in.</summary>
internal static class ColdProfiles
{
    private static readonly int[] FoldedIn = [0, 1, 3, 5, 10];

    public static EvaluationResult Run(Dataset dataset, EvaluationContext context)
    {
        var (split, run, trained) = StrongGeneralization.Train(dataset, context);
        var ranker = new AnswerRanker(new TitleScorer(run.Catalog, run.Themes, trained.Model), Answers.TopCount(context), surface: ScoreSurface.TopPicks);
        var folded = context.Request.OnValidation ? split.Validation : split.Test;
        var tally = new RankingTally([new Recall(20), new DiscountedGain(100)]);
        var popularity = new PlayCounts(split.Dataset.Titles.Length, split.Training);
        var baseline = new RankingTally([new Recall(20), new DiscountedGain(100)]);
        foreach (var count in FoldedIn)
        {
            List<HeldOutExample> examples = [.. folded.Select(profile => StrongGeneralization.Example(profile with { FoldIn = [.. profile.FoldIn.Take(count)] }))];
            foreach (var (example, answer) in Answers.Of(examples, ranker, context, examples.Count))
            {
                tally.Add(example.Profile, answer.Ranks, SliceOf(count));
                baseline.Add(example.Profile, popularity.Rank(example), BaselineOf(count));
            }
        }

        return StrongGeneralization.Result(split, context, trained, folded.Count) with
        {
            Protocol = "cold-profiles",
            Metrics = tally.Metrics,
            Slices = [.. tally.Slices, .. baseline.Slices],
        };
    }

    private static Slice SliceOf(int count) => new("fold-in", count, $"{count} titles folded in");

    private static Slice BaselineOf(int count) => new("popularity, for comparison", count, $"popularity, {count} titles folded in");
}
