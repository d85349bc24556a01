using System.Collections.Immutable;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Gateway.Resources;

/// <summary>What became of the events of one call.</summary>
/// <param name="Accepted">How many are now durable and count in the next answer.</param>
/// <param name="Duplicate">How many had been accepted before.</param>
/// <param name="Rejected">How many are wrong.</param>
/// <param name="Receipts">One receipt for each event, in the order sent.</param>
/// <param name="Queued">How many are durable in a queue and will be recorded from there; null where there was none.</param>
internal sealed record EventReceipts(int Accepted, int Duplicate, int Rejected, ImmutableArray<EventReceipt> Receipts, int? Queued = null)
{
    /// <summary>Counts receipts.</summary>
    public static EventReceipts Of(ImmutableArray<EventReceipt> receipts) => new(
        receipts.Count(r => r.Outcome == EventOutcome.Accepted),
        receipts.Count(r => r.Outcome == EventOutcome.Duplicate),
        receipts.Count(r => r.Outcome == EventOutcome.Rejected),
        receipts,
        receipts.Any(r => r.Outcome == EventOutcome.Queued) ? receipts.Count(r => r.Outcome == EventOutcome.Queued) : null);
}
