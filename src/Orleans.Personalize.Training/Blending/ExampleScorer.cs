using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Training.LinearAlgebra;

namespace Orleans.Personalize.Training.Blending;

/// <summary>
/// Scores examples with the product's own scorer and keeps, of each, the chosen titles, those of which some part stands out, and a random
/// few that stand for the rest.
/// </summary>
internal sealed class ExampleScorer(TitleScorer scorer, BlendOptions options, ulong seed)
{
    private const int Batch = 256;
    private const int Piece = 16;

    /// <summary>Scores all examples on several threads, a few hundred at a time; those that cannot be learnt from are left out.</summary>
    public List<ScoredExample> Score(IEnumerable<HeldOutExample> examples, int threads)
    {
        var scored = new List<ScoredExample>();
        var number = 0;
        foreach (var batch in examples.Chunk(Batch))
        {
            var first = number;
            var results = new ScoredExample?[batch.Length];
            Threads.For((batch.Length + Piece - 1) / Piece, threads, index =>
            {
                var buffer = new ScoreBuffer(scorer.Catalog.Count);
                for (var i = index * Piece; i < Math.Min((index + 1) * Piece, batch.Length); i++)
                    results[i] = Score(batch[i], buffer, new SeededRandom(seed + (ulong)(first + i)));
            });
            scored.AddRange(results.OfType<ScoredExample>());
            number += batch.Length;
        }

        return scored;
    }

    private ScoredExample? Score(HeldOutExample example, ScoreBuffer buffer, SeededRandom random)
    {
        scorer.Score(example.History, example.FoldIn(scorer), example.Moment, buffer);
        var state = new byte[buffer.Count];
        const byte excluded = 1;
        foreach (var interaction in example.History)
            state[interaction.Title] = excluded;
        foreach (var title in example.Seen)
            state[title] = excluded;
        for (var title = 0; title < state.Length; title++)
        {
            if (scorer.Catalog[title] is null)
                state[title] = excluded;
        }

        var titles = new List<int>();
        foreach (var e in example.HeldOut)
        {
            if (state[e.Title] == excluded)
                continue;
            titles.Add(e.Title);
            state[e.Title] = excluded;
        }

        var chosen = titles.Count;
        if (chosen == 0)
            return null;
        var rest = new List<int>();
        for (var title = 0; title < state.Length; title++)
        {
            if (state[title] != excluded)
                (IsNotable(buffer, title) ? titles : rest).Add(title);
        }

        var notable = titles.Count;
        var drawn = Math.Min(options.RandomTitles, rest.Count);
        for (var i = 0; i < drawn; i++)
        {
            var other = i + random.NextBelow(rest.Count - i);
            (rest[i], rest[other]) = (rest[other], rest[i]);
            titles.Add(rest[i]);
        }

        var logWeights = new float[titles.Count];
        if (drawn > 0)
            Array.Fill(logWeights, MathF.Log((float)rest.Count / drawn), notable, drawn);
        return Pack(example, buffer, titles, chosen, logWeights);
    }

    private static ScoredExample Pack(HeldOutExample example, ScoreBuffer buffer, List<int> titles, int chosen, float[] logWeights)
    {
        var parts = new float[titles.Count * ScoreBuffer.PartCount];
        for (var part = 0; part < ScoreBuffer.PartCount; part++)
        {
            var values = buffer.Part((ScorePartKind)part);
            for (var i = 0; i < titles.Count; i++)
                parts[(i * ScoreBuffer.PartCount) + part] = values[titles[i]];
        }

        var measures = new float[ScoredExample.MeasureCount];
        measures[0] = 1;
        MomentMeasures.Fill(example.GapSeconds, example.History.Length, TitleScorer.NoveltyOf(example.History, example.Moment), measures.AsSpan(1));
        return new ScoredExample
        {
            Measures = measures,
            Chosen = chosen,
            Parts = parts,
            LogWeights = logWeights,
        };
    }

    private bool IsNotable(ScoreBuffer buffer, int title)
    {
        for (var part = 0; part < ScoreBuffer.PartCount; part++)
        {
            if (buffer.Part((ScorePartKind)part)[title] > options.NotableDeviation)
                return true;
        }

        return false;
    }
}
