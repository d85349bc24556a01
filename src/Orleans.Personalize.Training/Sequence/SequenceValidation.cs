using System.Collections.Immutable;
using Orleans.Personalize.Engine.Similarity.Sequence;

namespace Orleans.Personalize.Training.Sequence;

/// <summary>How well held-out events are predicted, as early stopping wants to know.</summary>
internal static class SequenceValidation
{
    private const int Depth = 10;

    /// <summary>Mean NDCG@10 over all titles that are not in the history, ties at their average rank; 0 where nothing is held out.</summary>
    public static double Measure(SequenceShape shape, float[] weights, EventSequences histories, ImmutableArray<NextEvent> next, int threads)
    {
        if (next.IsEmpty)
            return 0;
        var encoder = SequenceEncoder.Read(SequenceEncoder.ToBytes(shape, weights));
        var states = FinalStates.Of(shape, weights, histories, threads);
        var gains = new double[next.Length];
        Parallel.For(0, next.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new float[shape.Titles], (i, _, scores) =>
        {
            var profile = next[i].Profile;
            var state = new Half[shape.Hidden];
            for (var h = 0; h < state.Length; h++)
                state[h] = (Half)states[(profile * shape.Hidden) + h];
            encoder.Score(state, next[i].SecondsSince, scores);
            gains[i] = Gain(scores, histories.Titles(profile), next[i].Title);
            return scores;
        }, _ => { });
        return gains.Average();
    }

    private static double Gain(float[] scores, ReadOnlySpan<int> history, int target)
    {
        var score = scores[target];
        foreach (var title in history)
            scores[title] = float.NegativeInfinity;
        var (above, ties) = (0, 0);
        for (var title = 0; title < scores.Length; title++)
        {
            above += scores[title] > score ? 1 : 0;
            ties += scores[title] == score && title != target ? 1 : 0;
        }

        var rank = above + (ties / 2.0) + 1;
        return rank <= Depth ? 1 / Math.Log2(rank + 1) : 0;
    }
}
