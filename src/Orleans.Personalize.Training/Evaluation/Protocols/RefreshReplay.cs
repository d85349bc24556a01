using System.Collections.Immutable;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Training.Blending;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Evaluation.Metrics;
using Orleans.Personalize.Training.Models;
using Orleans.Personalize.Training.Refresh;

namespace Orleans.Personalize.Training.Evaluation.Protocols;

/// <summary>
/// How much of what a new training brings does a refresh bring? A model is trained on the events before the 80 % point of time and refreshed with
/// those before the 90 % point; another is trained on all of these. Both and the one that was not refreshed answer the questions of the live replay, from 90 %
/// to the end.
/// </summary>
internal static class RefreshReplay
{
    private const double TrainedShare = 0.8;
    private const double RefreshedShare = 0.9;
    private const double ValidationShare = 0.1;
    private const int ShortestHistory = 3;

    private static readonly ImmutableArray<IRankingMetric> Metrics =
        [new HitRate(10), new HitRate(20), new DiscountedGain(10), new DiscountedGain(20), new ReciprocalRank(20)];

    public static EvaluationResult Run(Dataset dataset, EvaluationContext context)
    {
        var request = context.Request;
        dataset = UsedTitles.Of(dataset);
        var ordered = HeldOutExamples.InTime(dataset.Events);
        var earlier = request.OnValidation ? ValidationShare : 0;
        var (first, second) = ((int)(ordered.Count * (TrainedShare - earlier)), (int)(ordered.Count * (RefreshedShare - earlier)));
        if (request.OnValidation)
            ordered = ordered[..(int)(ordered.Count * RefreshedShare)];
        var options = request.Training with { Blend = request.Training.Blend with { ShortestHistory = ShortestHistory } };
        var run = new TrainingRun(dataset, options, context.TrainingSteps());
        var before = Train(first);
        context.Tell("refreshing", 0);
        var refreshed = ModelRefresher.Refresh(
            new Dataset { Name = dataset.Name, Titles = dataset.Titles, Profiles = dataset.Profiles, Events = [.. ordered.Take(second)] },
            before.Model,
            options,
            compare: false,
            null,
            context.CancellationToken);
        var after = Train(second);

        var figures = Ask([before.Model, refreshed.Model, after.Model]);
        return new EvaluationResult
        {
            Dataset = dataset.Name,
            Protocol = request.OnValidation ? "refresh (validation)" : "refresh",
            Profiles = figures.Profiles,
            Titles = dataset.Titles.Length,
            Events = second,
            Metrics = figures.Metrics,
            Slices = figures.Slices,
            TrainSeconds = after.Elapsed.TotalSeconds,
            Seed = options.Seed,
            Configuration = Configurations.Of(options, refreshed.Model)
                .Add("seconds.trainedBefore", $"{before.Elapsed.TotalSeconds:f2}")
                .Add("seconds.refreshed", $"{refreshed.Elapsed.TotalSeconds:f2}")
                .Add("seconds.trainedAgain", $"{after.Elapsed.TotalSeconds:f2}")
                .Add("titles.trainedBefore", $"{before.Model.Info.Titles}")
                .Add("titles.refreshed", $"{refreshed.Model.Titles.Length}")
                .Add("titles.trainedAgain", $"{after.Model.Info.Titles}"),
        };

        TrainedModel Train(int events) =>
            new TrainingRun(dataset, options, context.TrainingSteps()).Train([.. ordered.Take(events)]);

        RefreshTally Ask(ImmutableArray<PersonalizationModel> models)
        {
            var occurred = LiveReplay.FirstOccurrences(ordered, dataset.Titles.Length);
            var rankers = models.Select(model => new AnswerRanker(
                new TitleScorer(run.Catalog, run.Themes, model), Answers.TopCount(context), (example, title) => occurred[title] < example.Position)).ToList();
            var examples = HeldOutExamples.AfterTime(ordered, second, dataset.Profiles.Length, dataset.Titles.Length, int.MaxValue, ShortestHistory);
            var tally = new RefreshTally(Metrics);
            foreach (var batch in examples.Chunk(256))
            {
                context.Tell("ranking", Math.Min(1, tally.Count / (double)Math.Max(1, ordered.Count - second)));
                var answers = rankers.ConvertAll(ranker => ranker.Rank(batch, context.Threads));
                for (var i = 0; i < batch.Length; i++)
                {
                    Answers.Tell(dataset, batch[i], answers[1][i], context);
                    tally.Add(batch[i].Profile, answers[0][i].Ranks, answers[1][i].Ranks, answers[2][i].Ranks, models[0].TryGetNumber(dataset.Titles[batch[i].HeldOut[0].Title].Id, out _));
                }
            }

            return tally;
        }
    }
}
