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
/// Are titles found that nobody played yet? A tenth of the titles, by a hash of the id, and all their events are kept from training; for
/// each profile these titles alone are ranked against what it liked of them. Beside it, the popularity of their genres among the
/// profile's favourites, for comparison.
/// </summary>
internal static class ColdTitles
{
    private const int OneOf = 10;

    public static EvaluationResult Run(Dataset dataset, EvaluationContext context)
    {
        dataset = UsedTitles.Of(dataset);
        bool[] isCold = [.. dataset.Titles.Select(title => Hash(title.Id.Value) % OneOf == 0)];
        List<DatasetEvent> warm = [.. dataset.Events.Where(e => !isCold[e.Title])];
        var run = new TrainingRun(dataset, context.Request.Training, context.TrainingSteps());
        var trained = run.Train([.. warm]);
        var scorer = new TitleScorer(run.Catalog, run.Themes, trained.Model);
        var histories = warm.ToLookup(e => e.Profile);
        List<HeldOutExample> examples = [.. dataset.Events
            .Where(e => isCold[e.Title] && Judgement.IsLiked(e))
            .GroupBy(e => e.Profile)
            .OrderBy(group => group.Key)
            .Select(group => Example(histories[group.Key].ToArray(), [.. group.DistinctBy(e => e.Title)]))];
        var tally = new RankingTally([new Recall(20), new DiscountedGain(100)]);
        var ranker = new AnswerRanker(scorer, Answers.TopCount(context), (_, title) => isCold[title], ScoreSurface.TopPicks);
        foreach (var (example, answer) in Answers.Of(examples, ranker, context, examples.Count))
        {
            Answers.Tell(dataset, example, answer, context);
            tally.Add(example.Profile, answer.Ranks);
        }

        var genres = new GenrePopularity(dataset, warm);
        var baseline = new RankingTally([new Recall(20), new DiscountedGain(100)]);
        foreach (var example in examples)
            baseline.Add(example.Profile, genres.Rank(example, isCold));
        return new EvaluationResult
        {
            Dataset = dataset.Name,
            Protocol = "cold-titles",
            Profiles = examples.Count,
            Titles = isCold.Count(cold => cold),
            Events = warm.Count,
            Metrics = tally.Metrics,
            Slices = [new EvaluationSlice { Name = "genre popularity, for comparison", Count = examples.Count, Metrics = baseline.Metrics }],
            TrainSeconds = trained.Elapsed.TotalSeconds,
            LearningCurve = trained.LearningCurve,
            Seed = context.Request.Training.Seed,
            Configuration = Configurations.Of(context.Request.Training, trained.Model),
        };
    }

    private static HeldOutExample Example(DatasetEvent[] before, ImmutableArray<DatasetEvent> liked)
    {
        var history = DatasetHistory.Latest(before);
        var now = history.Length > 0 ? history[^1].Time.AddDays(1) : DateTimeOffset.UnixEpoch;
        return new HeldOutExample(history, liked, new Moment(now, TrendSnapshot.Empty, []));
    }

    // FNV-1a, 32 bits, over the characters.
    private static uint Hash(string text) => text.Aggregate(2166136261u, (hash, c) => unchecked((hash ^ c) * 16777619u));
}
