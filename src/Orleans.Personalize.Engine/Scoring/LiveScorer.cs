using System.Collections.Immutable;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>What happens now, from the counts that every event updates.</summary>
internal static class LiveScorer
{
    // The title watched last says more about what comes next than the one before it.
    private const float Fading = 0.5f;

    public static void ScoreTrend(TrendSnapshot trend, Span<float> scores)
    {
        var known = Math.Min(trend.Plays.Length, scores.Length);
        trend.Plays.AsSpan()[..known].CopyTo(scores);
        scores[known..].Clear();
    }

    /// <param name="consulted">Counts of what is played next, the title watched last first.</param>
    /// <param name="scores">Overwritten.</param>
    public static void ScorePlayNext(ImmutableArray<PlayNextCounts> consulted, Span<float> scores)
    {
        scores.Clear();
        if (consulted.IsDefault)
            return;
        var fading = 1f;
        foreach (var counts in consulted)
        {
            foreach (var (title, count) in counts.Next)
            {
                if ((uint)title < (uint)scores.Length)
                    scores[title] += fading * count;
            }

            fading *= Fading;
        }
    }
}
