using System.Collections.Immutable;
using Orleans.Personalize.Engine.Encoding;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Grains.Profiles;

/// <summary>
/// The ids of the events that a profile recorded since it was activated, and of the latest before, up to <see cref="Capacity"/>: more than its state remembers. While the storage is
/// slow or a silo is lost, more events may be recorded at once than that, and one of the first be sent again after them. Not part of the state; read from the stored events before the
/// first change of an activation.
/// </summary>
internal sealed class RecordedIds
{
    /// <summary>Past this many the oldest is forgotten.</summary>
    public const int Capacity = 1024;

    // Hashes of 64 bits: the chance that a new id looks like one of 1,024 is one in eighteen thousand million millions.
    private readonly List<ulong> _hashes = [];
    private int _oldest;

    /// <summary>Whether an event with this id was recorded.</summary>
    public bool Contains(EventId id) => _hashes.Contains(StableHash64.Of(id.Value));

    /// <summary>Remembers events that are durable.</summary>
    public void Add(ImmutableArray<ProfileEvent> events)
    {
        foreach (var recorded in events)
        {
            var hash = StableHash64.Of(recorded.Id.Value);
            if (_hashes.Count < Capacity)
                _hashes.Add(hash);
            else
                _hashes[_oldest] = hash;
            _oldest = (_oldest + 1) % Capacity;
        }
    }

    /// <summary>Remembers nothing, as for a profile that never was.</summary>
    public void Clear()
    {
        _hashes.Clear();
        _oldest = 0;
    }
}
