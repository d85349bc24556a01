using System.Diagnostics;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Training.Blending;
using Orleans.Personalize.Training.Evaluation.Metrics;
using Orleans.Personalize.Training.LinearAlgebra;

namespace Orleans.Personalize.Training.Evaluation.Protocols;

/// <summary>Ranks all candidates for examples with the product's own scorer; titles of the history are no candidates.</summary>
/// <param name="scorer">The scorer.</param>
/// <param name="top">How many of the first titles to keep.</param>
/// <param name="isCandidate">Which other titles are no candidates for an example; null for all are.</param>
/// <param name="surface">What titles are scored for.</param>
internal sealed class AnswerRanker(
    TitleScorer scorer, int top, Func<HeldOutExample, int, bool>? isCandidate = null, ScoreSurface surface = ScoreSurface.NextTitle)
{
    private const int Piece = 16;

    /// <summary>Ranks in the order of the examples.</summary>
    public RankedAnswer[] Rank(IReadOnlyList<HeldOutExample> examples, int threads)
    {
        var answers = new RankedAnswer[examples.Count];
        Threads.For((examples.Count + Piece - 1) / Piece, threads, index =>
        {
            var buffer = new ScoreBuffer(scorer.Catalog.Count);
            for (var i = index * Piece; i < Math.Min((index + 1) * Piece, examples.Count); i++)
                answers[i] = Rank(examples[i], buffer);
        });
        return answers;
    }

    private RankedAnswer Rank(HeldOutExample example, ScoreBuffer buffer)
    {
        var started = Stopwatch.GetTimestamp();
        scorer.Score(example.History, example.FoldIn(scorer), example.Moment, buffer, surface);
        var elapsed = Stopwatch.GetElapsedTime(started);
        var scores = buffer.Total;
        foreach (var interaction in example.History)
            scores[interaction.Title] = float.NegativeInfinity;
        foreach (var title in example.Seen)
            scores[title] = float.NegativeInfinity;
        if (isCandidate is not null)
        {
            for (var title = 0; title < scores.Length; title++)
            {
                if (!isCandidate(example, title))
                    scores[title] = float.NegativeInfinity;
            }
        }

        var ranks = new double[example.HeldOut.Length];
        for (var i = 0; i < ranks.Length; i++)
        {
            var title = example.HeldOut[i].Title;
            ranks[i] = float.IsNegativeInfinity(scores[title]) ? double.PositiveInfinity : Ranks.Of(scores, title);
        }

        float[] match = [.. example.HeldOut.Select(e => scorer.MatchScore(e.Title, buffer))];
        return new RankedAnswer(ranks, Best(scores), match, elapsed.TotalMicroseconds);
    }

    private (int Title, float Score)[] Best(ReadOnlySpan<float> scores)
    {
        var queue = new PriorityQueue<int, (float Score, int Order)>(top + 1);
        for (var title = 0; title < scores.Length; title++)
        {
            if (top == 0 || float.IsNegativeInfinity(scores[title]))
                continue;
            if (queue.Count < top)
                queue.Enqueue(title, (scores[title], -title));
            else
                queue.EnqueueDequeue(title, (scores[title], -title));
        }

        var best = new (int, float)[queue.Count];
        for (var i = best.Length - 1; i >= 0; i--)
        {
            var title = queue.Dequeue();
            best[i] = (title, scores[title]);
        }

        return best;
    }
}
