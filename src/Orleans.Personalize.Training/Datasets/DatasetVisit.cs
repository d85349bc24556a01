using Orleans.Personalize.Engine.Profiles;

namespace Orleans.Personalize.Training.Datasets;

/// <summary>What a profile did with one title without a long break; signals come in the order of time.</summary>
internal sealed class DatasetVisit
{
    /// <summary>A break that ends a visit, in seconds: what happens the next evening is another visit.</summary>
    private const long LongBreak = 12 * 3600;

    /// <summary>Up to this strength a visit is turned around by leaving at once: it had only begun.</summary>
    private const float OnlyBegun = 0.25f;

    private readonly DatasetSignal _first;
    private long _lastSeconds;
    private SignalKind _kind;
    private float _done;
    private float? _said;
    private float _rating = float.NaN;

    /// <summary>Begins with a signal.</summary>
    public DatasetVisit(in DatasetSignal signal)
    {
        _first = signal;
        _kind = signal.Signal.Kind == SignalKind.Play ? SignalKind.Play : SignalKind.Interest;
        Add(signal);
    }

    /// <summary>Whether there is anything to learn from it: not so of a thumb that was given and taken back.</summary>
    public bool Counts => _said is not null || _done != 0;

    /// <summary>Whether a later signal of the same profile and title belongs to this visit; what is said later always does.</summary>
    public bool Belongs(in DatasetSignal signal) =>
        signal.Signal.Kind == SignalKind.Judgement || signal.UnixSeconds - _lastSeconds <= LongBreak;

    /// <summary>Adds a signal that belongs to it.</summary>
    public void Add(in DatasetSignal signal)
    {
        var (kind, strength) = signal.Signal;
        if (kind == SignalKind.Judgement)
        {
            // A thumb taken back is a judgement without strength; 3 stars are one too, but a rating.
            _said = strength != 0 || !float.IsNaN(signal.Rating) ? strength : null;
            _rating = signal.Rating;
            return;
        }

        _lastSeconds = signal.UnixSeconds;
        if (kind == SignalKind.Play && _kind == SignalKind.Interest)
        {
            _kind = SignalKind.Play;
            _done = strength;
        }
        else if (kind == _kind)
        {
            // To go on makes it stronger; to leave at once turns it around, unless much of it was watched before.
            _done = strength < 0 && _done <= OnlyBegun ? strength : Math.Max(_done < 0 ? strength : _done, strength);
        }
    }

    /// <summary>The visit as one event.</summary>
    public DatasetEvent ToEvent() => new(_first.Profile, _first.Title, _said ?? _done, _rating, _first.UnixSeconds)
    {
        ActiveSeconds = (int)Math.Clamp(_lastSeconds - _first.UnixSeconds, 0, int.MaxValue),
    };
}
