using System.Collections.Concurrent;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Cluster.Faults.Traffic;

/// <summary>Every event that was sent, and whether the service acknowledged it. Safe for concurrent use.</summary>
internal sealed class EventLedger
{
    private readonly ConcurrentDictionary<ProfileId, ConcurrentDictionary<EventId, bool>> _events = new();

    /// <summary>How many were acknowledged.</summary>
    public int Acknowledged => _events.Values.Sum(sent => sent.Values.Count(acknowledged => acknowledged));

    /// <summary>How many were sent.</summary>
    public int Sent => _events.Values.Sum(sent => sent.Count);

    public void Send(ProfileEvent sent) => _events.GetOrAdd(sent.Profile, _ => new()).TryAdd(sent.Id, false);

    public void Acknowledge(ProfileEvent sent) => _events[sent.Profile][sent.Id] = true;

    /// <summary>Compares what a profile kept with what was sent.</summary>
    public LedgerDifference Compare(ProfileId profile, IReadOnlyCollection<EventId> kept)
    {
        var sent = _events.GetValueOrDefault(profile) ?? new();
        var distinct = kept.ToHashSet();
        return new LedgerDifference(
            Lost: sent.Count(e => e.Value && !distinct.Contains(e.Key)),
            Twice: kept.Count - distinct.Count,
            Unknown: distinct.Count(id => !sent.ContainsKey(id)),
            KeptUnacknowledged: sent.Count(e => !e.Value && distinct.Contains(e.Key)));
    }
}
