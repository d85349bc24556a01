using System.Numerics.Tensors;
using Orleans.Personalize.Engine.Communities;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>
/// How much more often than everybody the communities of a profile choose each title, as a logarithm: what training found, drawn to what is
/// played in each community now, which every event updates. With n plays of a title lately, m of them in a community that makes the share s of all plays, the
/// lift e of training becomes (m / s + K e) / (n + K). Safe for concurrent use.
/// </summary>
internal sealed class CommunityScorer(CommunityIndex communities, int titles)
{
    // K: what training found counts for as many plays of a title.
    private const float Prior = 4;

    private Kept? _kept;

    /// <summary>Fills the part: the mean over communities, weighted by membership; 0 where nothing is known.</summary>
    /// <param name="membership">float[communities]: how much the profile belongs to each.</param>
    /// <param name="trend">What is played now.</param>
    /// <param name="scores">float[titles], overwritten.</param>
    public void Score(ReadOnlySpan<float> membership, TrendSnapshot trend, Span<float> scores)
    {
        scores.Clear();
        Span<float> telling = stackalloc float[membership.Length];
        CommunityIndex.KeepTelling(membership, telling);
        var lifts = trend.Communities.IsEmpty ? communities.NarrowLifts : LiveOf(trend).LiftsOf(telling);
        for (var start = 0; start < scores.Length; start += NarrowRows.Block)
            lifts.Add(telling, start, scores[start..Math.Min(start + NarrowRows.Block, scores.Length)]);
    }

    // They are the same for everybody at one moment.
    private Kept LiveOf(TrendSnapshot trend)
    {
        if (Volatile.Read(ref _kept) is { } kept && ReferenceEquals(kept.Trend, trend))
            return kept;
        kept = new Kept(communities, titles, trend);
        Volatile.Write(ref _kept, kept);
        return kept;
    }

    /// <summary>The lifts at one moment, made where they are asked for first.</summary>
    private sealed class Kept
    {
        private readonly CommunityIndex _communities;
        private readonly NarrowRows _lifts;
        private readonly bool[] _made;
        private readonly double _all;

        // log(1 + n / K) of every title.
        private readonly float[] _known;

        public Kept(CommunityIndex communities, int titles, TrendSnapshot trend)
        {
            (_communities, Trend) = (communities, trend);
            _lifts = new NarrowRows(communities.Communities.Count, titles);
            _made = new bool[communities.Communities.Count];
            _known = new float[titles];
            foreach (var community in communities.Communities)
                _all += Add(community, _known);
            TensorPrimitives.Divide(_known, Prior, _known);
            TensorPrimitives.LogP1(_known, _known);
        }

        public TrendSnapshot Trend { get; }

        /// <summary>The lifts, those of all communities of a profile among them. Two answers that make them at once make the same.</summary>
        public NarrowRows LiftsOf(ReadOnlySpan<float> membership)
        {
            for (var community = 0; community < _made.Length; community++)
            {
                if (membership[community] == 0 || Volatile.Read(ref _made[community]))
                    continue;
                Make(community);
                Volatile.Write(ref _made[community], true);
            }

            return _lifts;
        }

        private void Make(int community)
        {
            var lifts = new float[_known.Length];
            _communities.LiftsOf(community).CopyTo(lifts);
            var plays = new float[lifts.Length];
            var share = (float)(Add(_communities.Communities[community], plays) / Math.Max(float.Epsilon, _all));
            if (share > 0)
            {
                // log(e + m / (s K)) is log(e) + log(1 + m / (s K e)).
                var odds = new float[lifts.Length];
                TensorPrimitives.Exp(lifts, odds);
                TensorPrimitives.Multiply(odds, share * Prior, odds);
                TensorPrimitives.Divide(plays, odds, plays);
                TensorPrimitives.LogP1(plays, plays);
                TensorPrimitives.Add(lifts, plays, lifts);
            }

            TensorPrimitives.Subtract(lifts, _known, lifts);
            _lifts.Set(community, lifts);
        }

        // Adds the plays of a community and returns their sum.
        private double Add(ModelCommunity community, float[] plays)
        {
            var sum = 0.0;
            if (!Trend.Communities.TryGetValue(community.Number, out var among))
                return sum;
            foreach (var (title, count) in among)
            {
                if ((uint)title >= (uint)plays.Length)
                    continue;
                plays[title] += count;
                sum += count;
            }

            return sum;
        }
    }
}
