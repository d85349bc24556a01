using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Training.LinearAlgebra;

namespace Orleans.Personalize.Training.Blending;

/// <summary>
/// Scores examples with the product's own scorer and keeps, of each, the chosen titles, those of which some part stands out, and a random
/// few that stand for the rest.
/// </summary>
internal sealed class ExampleScorer(TitleScorer scorer, BlendOptions options, ulong seed)
{
    /// <summary>Scores all examples on several threads.</summary>
    public ScoredExample?[] Score(IReadOnlyList<HeldOutExample> examples, int threads)
    {
        const int piece = 16;
        var scored = new ScoredExample?[examples.Count];
        Threads.For((examples.Count + piece - 1) / piece, threads, index =>
        {
            var buffer = new ScoreBuffer(scorer.Catalog.Count);
            for (var i = index * piece; i < Math.Min((index + 1) * piece, examples.Count); i++)
                scored[i] = Score(examples[i], buffer, new SeededRandom(seed + (ulong)i));
        });
        return scored;
    }

    private ScoredExample? Score(HeldOutExample example, ScoreBuffer buffer, SeededRandom random)
    {
        scorer.Score(example.History, scorer.FoldIn(example.History), example.Moment, buffer);
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

    private ScoredExample Pack(HeldOutExample example, ScoreBuffer buffer, List<int> titles, int chosen, float[] logWeights)
    {
        var parts = new float[titles.Count * ScoreBuffer.PartCount];
        for (var part = 0; part < ScoreBuffer.PartCount; part++)
        {
            var values = buffer.Part((ScorePartKind)part);
            for (var i = 0; i < titles.Count; i++)
                parts[(i * ScoreBuffer.PartCount) + part] = values[titles[i]];
        }

        var blend = scorer.Model.Manifest.Blend;
        return new ScoredExample
        {
            Gap = blend.GapBucket(example.GapSeconds),
            Length = blend.LengthBucket(example.History.Length),
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
