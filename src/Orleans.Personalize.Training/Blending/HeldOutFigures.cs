using System.Collections.Immutable;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Models;
using Orleans.Personalize.Training.Evaluation.Metrics;
using Orleans.Personalize.Training.Evaluation.Protocols;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Blending;

/// <summary>
/// What a model that was just trained does on the events that its parts were fitted without. The few weights of the blend and of the
/// match score were learnt on them, so the figures are a little too good, and good for watching a service from one training to the next;
/// <c>personalize evaluate</c> measures without that flaw.
/// </summary>
internal static class HeldOutFigures
{
    private const int Batch = 256;

    /// <summary>HR@10, NDCG@10, and of the match score AUC and ECE, where they can be computed.</summary>
    public static ImmutableArray<ModelMetric> Of(TitleScorer scorer, IEnumerable<HeldOutExample> examples, int threads)
    {
        IRankingMetric[] metrics = [new HitRate(10), new DiscountedGain(10)];
        var sums = new double[metrics.Length];
        var outcomes = new List<(double Probability, bool Outcome)>();
        var count = 0;
        var ranker = new AnswerRanker(scorer, 0);
        foreach (var batch in examples.Chunk(Batch))
        {
            var answers = ranker.Rank(batch, threads);
            for (var i = 0; i < answers.Length; i++)
            {
                for (var metric = 0; metric < metrics.Length; metric++)
                    sums[metric] += metrics[metric].Of(answers[i].Ranks);
                for (var held = 0; held < answers[i].MatchScores.Length; held++)
                {
                    var e = batch[i].HeldOut[held];
                    if (Judgement.IsJudged(e))
                        outcomes.Add((answers[i].MatchScores[held], Judgement.IsLiked(e)));
                }
            }

            count += batch.Length;
        }

        List<ModelMetric> figures = [.. metrics.Select((metric, i) => new ModelMetric { Name = metric.Name, Value = sums[i] / count })];
        if (outcomes.Count > 0)
        {
            figures.Add(new ModelMetric { Name = "AUC", Value = AreaUnderCurve.Of(outcomes) });
            figures.Add(new ModelMetric { Name = $"ECE@{CalibrationError.Bins}", Value = CalibrationError.Of(outcomes) });
        }

        return [.. figures.Where(figure => double.IsFinite(figure.Value)).Select(figure => figure with { Value = Math.Round(figure.Value, 4) })];
    }
}
