using System.Numerics.Tensors;
using Orleans.Personalize.Engine.Profiles;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>
/// What the history of one profile alone decides of the scores, kept from answer to answer: after an event only what the event changed is worked
/// out. Not safe for concurrent use. What it holds is the same, but for rounding, as worked out from the beginning.
/// </summary>
internal sealed class HistorySums
{
    // After so many changes all is worked out anew, so that rounding errors of what came and went do not add up.
    private const int MostFollowed = 2048;

    // Sums fade by what they are multiplied with when they are read. Where that would be less, they are multiplied at once.
    private const float LeastScale = 1e-4f;

    private HistoryParts? _parts;
    private float[][] _sums = [];
    private float[] _scales = [];
    private Interaction[] _history = [];
    private int _count;
    private int _followed;

    /// <summary>Whose history it was last.</summary>
    public ProfileId Profile { get; set; }

    /// <summary>What the vector of the history is found from.</summary>
    public FoldInSums FoldIn { get; } = new();

    /// <summary>The sums of some rows, over the history moved to last.</summary>
    /// <param name="place">The place of the rows in <see cref="HistoryParts.Rows"/>.</param>
    public ReadOnlySpan<float> Of(int place)
    {
        Settle(place);
        return _sums[place];
    }

    /// <summary>The same, as it is used most often.</summary>
    /// <param name="place">The place of the rows in <see cref="HistoryParts.Rows"/>.</param>
    /// <param name="target">Receives them.</param>
    public void CopyTo(int place, Span<float> target) => TensorPrimitives.Multiply(_sums[place], _scales[place], target);

    /// <summary>Adds the sums of some rows.</summary>
    /// <param name="place">The place of the rows in <see cref="HistoryParts.Rows"/>.</param>
    /// <param name="target">What they are added to.</param>
    public void AddTo(int place, Span<float> target) => TensorPrimitives.MultiplyAdd(_sums[place], _scales[place], target, target);

    /// <summary>Goes on to another history.</summary>
    /// <param name="parts">What is summed up.</param>
    /// <param name="history">The interactions, oldest first.</param>
    public void MoveTo(HistoryParts parts, ReadOnlySpan<Interaction> history)
    {
        Span<HistoryChange> changes = stackalloc HistoryChange[HistoryChange.Most];
        var later = 0;
        var count = ReferenceEquals(parts, _parts) && _followed < MostFollowed ? HistoryChange.Find(_history.AsSpan(0, _count), history, changes, out later) : -1;
        if (count == 0)
            return;
        var before = _parts;
        _parts = null;
        if (count < 0)
            Begin(parts, ReferenceEquals(parts, before), history);
        else
            Follow(parts, history, changes[..count], later);
        Keep(history);
        _parts = parts;
    }

    private void Begin(HistoryParts parts, bool hasRoom, ReadOnlySpan<Interaction> history)
    {
        if (!hasRoom)
        {
            _sums = [.. parts.Rows.Select(rows => new float[rows.Length])];
            _scales = new float[_sums.Length];
        }

        Array.Fill(_scales, 1);
        for (var place = 0; place < _sums.Length; place++)
        {
            Array.Clear(_sums[place]);
            parts.Rows[place].AddAll(history, _sums[place]);
        }

        FoldIn.Forget();
        _followed = 0;
    }

    private void Follow(HistoryParts parts, ReadOnlySpan<Interaction> history, ReadOnlySpan<HistoryChange> changes, int later)
    {
        for (var place = 0; place < _sums.Length; place++)
        {
            Follow(parts.Rows[place], place, _history.AsSpan(0, _count), changes, later);

            // Where nothing is left, neither are the rounding errors of what was there.
            if (!AnyCounts(parts.Rows[place], history))
                Array.Clear(_sums[place]);
        }

        if (FoldIn.IsKnown)
        {
            foreach (var change in changes)
                parts.Vectors.Add(change.Interaction, change.IsNew ? 1 : -1, FoldIn);
        }
        else
        {
            parts.Vectors.Gather(history, FoldIn);
        }

        _followed += changes.Length;
    }

    // What falls out of reach by becoming older goes first, then what is gone otherwise; what comes finds the others faded.
    private void Follow(IHistoryRows rows, int place, ReadOnlySpan<Interaction> before, ReadOnlySpan<HistoryChange> changes, int later)
    {
        var sums = _sums[place];
        var staying = rows.Reach - later;
        for (var age = Math.Max(0, staying); age < Math.Min(rows.Reach, before.Length); age++)
            rows.Add(before[before.Length - 1 - age], -WeightAt(rows, age) / _scales[place], sums);
        foreach (var change in changes)
        {
            if (!change.IsNew && change.Age < staying)
                rows.Add(change.Interaction, -WeightAt(rows, change.Age) / _scales[place], sums);
        }

        if (later > 0 && rows.Decay < 1)
        {
            _scales[place] *= WeightAt(rows, later);
            if (_scales[place] < LeastScale)
                Settle(place);
        }

        foreach (var change in changes)
        {
            if (change.IsNew && change.Age < rows.Reach)
                rows.Add(change.Interaction, WeightAt(rows, change.Age) / _scales[place], sums);
        }
    }

    private void Settle(int place)
    {
        if (_scales[place] == 1)
            return;
        TensorPrimitives.Multiply(_sums[place], _scales[place], _sums[place]);
        _scales[place] = 1;
    }

    private static bool AnyCounts(IHistoryRows rows, ReadOnlySpan<Interaction> history)
    {
        for (var i = history.Length - 1; i >= Math.Max(0, (long)history.Length - rows.Reach); i--)
        {
            if (rows.Counts(history[i]))
                return true;
        }

        return false;
    }

    private static float WeightAt(IHistoryRows rows, int age) => (float)Math.Pow(rows.Decay, age);

    private void Keep(ReadOnlySpan<Interaction> history)
    {
        if (_history.Length < history.Length)
            _history = new Interaction[Math.Max(history.Length, ProfileState.MaxInteractions)];
        history.CopyTo(_history);
        _count = history.Length;
    }
}
