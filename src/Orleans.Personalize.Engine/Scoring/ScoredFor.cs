using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>
/// What the parts in a buffer were worked out from: as long as nothing of it changes, neither do they. Who types a search or goes from title to
/// title asks again and again within seconds, with nothing new in the history.
/// </summary>
internal sealed class ScoredFor
{
    private TitleScorer? _scorer;
    private Interaction[] _history = [];
    private int _interactions;
    private sbyte[] _vector = [];
    private int _dimension;
    private TrendSnapshot? _trend;
    private ImmutableArray<PlayNextCounts> _playNext;
    private int _gap;

    /// <summary>Whether the parts are those of a history at a moment.</summary>
    /// <param name="scorer">Who would score.</param>
    /// <param name="history">The interactions.</param>
    /// <param name="vector">The preference vector.</param>
    /// <param name="moment">The moment.</param>
    /// <param name="gap">The order of magnitude of the time since the latest interaction.</param>
    public bool Is(TitleScorer scorer, ReadOnlySpan<Interaction> history, ReadOnlySpan<sbyte> vector, Moment moment, int gap) =>
        ReferenceEquals(_scorer, scorer)
        && ReferenceEquals(_trend, moment.Trend)
        && _gap == gap
        && _vector.AsSpan(0, _dimension).SequenceEqual(vector)
        && MemoryMarshal.AsBytes(_history.AsSpan(0, _interactions)).SequenceEqual(MemoryMarshal.AsBytes(history))
        && AreSame(_playNext, moment.PlayNext);

    /// <summary>Notes what they are the parts of.</summary>
    /// <inheritdoc cref="Is"/>
    public void Set(TitleScorer scorer, ReadOnlySpan<Interaction> history, ReadOnlySpan<sbyte> vector, Moment moment, int gap)
    {
        if (_history.Length < history.Length)
            _history = new Interaction[Math.Max(history.Length, ProfileState.MaxInteractions)];
        if (_vector.Length < vector.Length)
            _vector = new sbyte[vector.Length];
        history.CopyTo(_history);
        vector.CopyTo(_vector);
        (_scorer, _interactions, _dimension, _trend, _playNext, _gap) = (scorer, history.Length, vector.Length, moment.Trend, moment.PlayNext, gap);
    }

    /// <summary>They are about to become others.</summary>
    public void Forget() => _scorer = null;

    private static bool AreSame(ImmutableArray<PlayNextCounts> before, ImmutableArray<PlayNextCounts> now)
    {
        if (before == now)
            return true;
        if (before.IsDefault || now.IsDefault || before.Length != now.Length)
            return false;
        for (var i = 0; i < before.Length; i++)
        {
            if (before[i].Title != now[i].Title || !before[i].Next.AsSpan().SequenceEqual(now[i].Next.AsSpan()))
                return false;
        }

        return true;
    }
}
