using System.Collections.Immutable;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>
/// What happens now, from the counts that every event updates. All parts are logarithms that are 0 where nothing is known, so that they need
/// no other scale: what one play is worth does not depend on how many titles there are or how much else is known.
/// </summary>
internal static class LiveScorer
{
    // As many plays are thought to be spread evenly over all titles before the first comes in.
    private const float EvenPlays = 10;

    // A title played as often as the mean of all gets log(1 + 1/2).
    private const float MeanLift = 2;

    // What half a dozen plays next say of a title, half of them are as sure of.
    private const float NextPrior = 0.3f;
    private const float FollowingPrior = 0.1f;
    private const float CompanionPrior = 0.02f;

    // Plays of a title that is chosen by chance, against which a few common ones say little.
    private const float ChancePlays = 10;

    // The title played last says more about what comes next than the one before it.
    private const float Fading = 0.8f;

    // Freshness is a logarithm over days; halved it has the range of the other parts.
    private const float FreshnessScale = 0.5f;

    // A history is as fresh as its latest interactions.
    private const int HabitInteractions = 10;

    // Titles whose logarithms are taken at once.
    private const int Block = 128;

    /// <summary>The parts that say how often titles are played, on all time scales, and how new they are.</summary>
    public static void ScoreTrend(TrendSnapshot trend, int present, ScoreBuffer buffer)
    {
        ScoreLift(trend.Hours, present, buffer.Own(ScorePartKind.TrendHours));
        ScoreLift(trend.Plays, present, buffer.Own(ScorePartKind.Trend));
        ScoreLift(trend.Days, present, buffer.Own(ScorePartKind.TrendDays));
        ScoreLift(trend.Weeks, present, buffer.Own(ScorePartKind.TrendWeeks));
        ScoreLift(trend.Lasting, present, buffer.Own(ScorePartKind.Lasting));
        ScoreFreshness(trend, buffer.Own(ScorePartKind.Freshness));
    }

    /// <summary>The parts that say what is played after the latest titles of a history.</summary>
    /// <param name="consulted">Counts of what is played next, the title watched last first.</param>
    /// <param name="lasting">Plays by which counts are seen in proportion; may be shorter than the catalogue or empty.</param>
    /// <param name="buffer">Receives them.</param>
    public static void ScorePlayNext(ImmutableArray<PlayNextCounts> consulted, ImmutableArray<float> lasting, ScoreBuffer buffer)
    {
        var next = buffer.Own(ScorePartKind.PlayNext);
        var following = buffer.Own(ScorePartKind.Following);
        var companions = buffer.Own(ScorePartKind.Companions);
        foreach (var title in buffer.Followers)
            (next[title], following[title], companions[title]) = (0, 0, 0);
        buffer.Followers.Clear();
        if (consulted.IsDefaultOrEmpty)
            return;
        AddCounts(consulted[0], 1 / NextPrior, next);
        var fading = 1f;
        foreach (var counts in consulted)
        {
            foreach (var (title, count) in counts.Next)
            {
                if ((uint)title < (uint)following.Length && following[title] == 0 && count > 0)
                    buffer.Followers.Add(title);
            }

            AddCounts(counts, fading / MathF.Sqrt(1 + PlaysOf(counts.Title, lasting)), following);
            fading *= Fading;
        }

        // A few hundred titles of many: the rest has the logarithm of 1.
        var followers = CollectionsMarshal.AsSpan(buffer.Followers);
        Span<float> logarithms = stackalloc float[3 * Block];
        for (var start = 0; start < followers.Length; start += Block)
            TakeLogarithms(followers[start..Math.Min(start + Block, followers.Length)], lasting, next, following, companions, logarithms);
    }

    private static void TakeLogarithms(
        ReadOnlySpan<int> titles, ImmutableArray<float> lasting, Span<float> next, Span<float> following, Span<float> companions, Span<float> logarithms)
    {
        for (var i = 0; i < titles.Length; i++)
        {
            var title = titles[i];
            logarithms[3 * i] = following[title] / (CompanionPrior * MathF.Sqrt(ChancePlays + PlaysOf(title, lasting)));
            logarithms[(3 * i) + 1] = following[title] / FollowingPrior;
            logarithms[(3 * i) + 2] = next[title];
        }

        logarithms = logarithms[..(3 * titles.Length)];
        TensorPrimitives.LogP1(logarithms, logarithms);
        for (var i = 0; i < titles.Length; i++)
            (companions[titles[i]], following[titles[i]], next[titles[i]]) = (logarithms[3 * i], logarithms[(3 * i) + 1], logarithms[(3 * i) + 2]);
    }

    /// <summary>How much a profile's latest titles were new when it chose them: 0 (or nothing is known) to 1.</summary>
    public static float NoveltyOf(ReadOnlySpan<Profiles.Interaction> history, ImmutableArray<float> firstPlays)
    {
        const float day = 24 * 3600;
        var (sum, count) = (0f, 0);
        for (var i = history.Length - 1; i >= 0 && count < HabitInteractions; i--)
        {
            var title = history[i].Title;
            if ((uint)title >= (uint)firstPlays.Length || float.IsPositiveInfinity(firstPlays[title]))
                continue;
            sum += MathF.Log(1 + MathF.Max(0, (history[i].Seconds / day) - firstPlays[title]));
            count++;
        }

        return count == 0 ? 0 : 1 / (1 + (sum / count));
    }

    private static float PlaysOf(int title, ImmutableArray<float> plays) => (uint)title < (uint)plays.Length ? plays[title] : 0;

    private static void AddCounts(PlayNextCounts counts, float factor, Span<float> scores)
    {
        foreach (var (title, count) in counts.Next)
        {
            if ((uint)title < (uint)scores.Length && count > 0)
                scores[title] += factor * count;
        }
    }

    private static void ScoreLift(ImmutableArray<float> plays, int present, Span<float> scores)
    {
        var known = Math.Min(plays.Length, scores.Length);
        plays.AsSpan()[..known].CopyTo(scores);
        scores[known..].Clear();
        var total = TensorPrimitives.Sum<float>(scores) + EvenPlays;
        TensorPrimitives.Multiply(scores, Math.Max(1, present) / (total * MeanLift), scores);
        TensorPrimitives.LogP1(scores, scores);
    }

    // How much younger a title is than the oldest: logarithm of the ratio of their days; 0 for those that were never played.
    private static void ScoreFreshness(TrendSnapshot trend, Span<float> scores)
    {
        scores.Clear();
        var known = Math.Min(trend.FirstPlays.Length, scores.Length);
        if (known == 0)
            return;
        var now = (float)(trend.AsOf - Profiles.Interaction.Origin).TotalDays;
        var oldest = MathF.Log(1 + MathF.Max(0, now - TensorPrimitives.Min(trend.FirstPlays.AsSpan())));
        for (var title = 0; title < known; title++)
        {
            if (!float.IsPositiveInfinity(trend.FirstPlays[title]))
                scores[title] = FreshnessScale * (oldest - MathF.Log(1 + MathF.Max(0, now - trend.FirstPlays[title])));
        }
    }
}
