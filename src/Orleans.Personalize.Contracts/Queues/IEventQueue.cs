using System.Collections.Immutable;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Queues;

/// <summary>
/// Takes events that are to be recorded soon, for senders that need not see their effect in the next answer: what is taken is durable in a queue, and is recorded from there
/// at the pace that the profiles' storage keeps up with.
/// </summary>
/// <remarks>
/// Each event is delivered at least once and has the effect of once, by its id. The events of one profile are recorded in the order in which they were taken, except where one is
/// delivered again after a failure. What cannot be recorded is kept as a <see cref="DeadLetter"/>.
/// </remarks>
public interface IEventQueue
{
    /// <summary>Puts events in the queue.</summary>
    /// <returns>One receipt for each event, in the order sent: queued, or rejected where it cannot be said whose it is.</returns>
    /// <exception cref="UnavailableException">The queue does not take them for the moment; to be sent again with the same ids.</exception>
    Task<ImmutableArray<EventReceipt>> EnqueueAsync(ImmutableArray<ProfileEvent> events, CancellationToken cancellationToken = default);
}
