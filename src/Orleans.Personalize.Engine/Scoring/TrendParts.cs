using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>
/// The parts that say how often titles are played are the same for everybody at one moment. They are kept and shared for the moment that is asked
/// for again and again; safe for concurrent use.
/// </summary>
/// <param name="present">How many titles the catalogue has.</param>
/// <param name="holes">Numbers that no title has.</param>
internal sealed class TrendParts(int present, int[] holes)
{
    private static readonly ScorePartKind[] Kinds =
        [ScorePartKind.Trend, ScorePartKind.TrendHours, ScorePartKind.TrendDays, ScorePartKind.TrendWeeks, ScorePartKind.Lasting, ScorePartKind.Freshness];

    private TrendSnapshot? _seen;
    private Kept? _kept;

    /// <summary>Fills the parts.</summary>
    public void Score(TrendSnapshot trend, ScoreBuffer buffer)
    {
        if (Volatile.Read(ref _kept) is { } kept && ReferenceEquals(kept.Trend, trend))
        {
            for (var i = 0; i < Kinds.Length; i++)
                buffer.Share(Kinds[i], kept.Values[i]);
            return;
        }

        LiveScorer.ScoreTrend(trend, present, buffer);

        // A replay of events asks for every moment once: only what is asked for twice is kept.
        if (ReferenceEquals(Volatile.Read(ref _seen), trend))
            Volatile.Write(ref _kept, Keep(trend, buffer));
        else
            Volatile.Write(ref _seen, trend);
    }

    private Kept Keep(TrendSnapshot trend, ScoreBuffer buffer) => new(trend, Array.ConvertAll(Kinds, kind => Copy(buffer.Part(kind))));

    private float[] Copy(ReadOnlySpan<float> part)
    {
        var values = part.ToArray();
        foreach (var hole in holes)
            values[hole] = 0;
        return values;
    }

    private sealed record Kept(TrendSnapshot Trend, float[][] Values);
}
