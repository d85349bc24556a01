using Orleans.Personalize.Training.Blending;
using Orleans.Personalize.Training.Datasets;

namespace Orleans.Personalize.Training.Evaluation.Protocols;

/// <summary>Asks for many answers, a few hundred at a time, and tells them where somebody wants to know.</summary>
internal static class Answers
{
    private const int Batch = 256;
    private const int LeastTop = 10;

    /// <summary>How many of the first titles are needed.</summary>
    public static int TopCount(EvaluationContext context) =>
        context.Request.Predictions is null ? LeastTop : Math.Max(LeastTop, context.Request.PredictionsPerProfile);

    /// <summary>Answers in the order of the examples, which are taken as they are needed.</summary>
    public static IEnumerable<(HeldOutExample Example, RankedAnswer Answer)> Of(
        IEnumerable<HeldOutExample> examples, AnswerRanker ranker, EvaluationContext context, int expected)
    {
        var done = 0;
        foreach (var batch in examples.Chunk(Batch))
        {
            context.Tell("ranking", Math.Min(1, done / (double)Math.Max(1, expected)));
            var answers = ranker.Rank(batch, context.Threads);
            for (var i = 0; i < batch.Length; i++)
                yield return (batch[i], answers[i]);
            done += batch.Length;
        }

        context.Tell("ranking", 1);
    }

    /// <summary>Tells the first titles of an answer.</summary>
    public static void Tell(Dataset dataset, HeldOutExample example, RankedAnswer answer, EvaluationContext context)
    {
        if (context.Request.Predictions is not { } predictions)
            return;
        for (var i = 0; i < Math.Min(answer.Top.Length, context.Request.PredictionsPerProfile); i++)
        {
            var (title, score) = answer.Top[i];
            predictions(new Prediction(dataset.Profiles[example.Profile], i + 1, dataset.Titles[title].Id, score));
        }
    }
}
