using Orleans.Providers.Streams.Common;
using Orleans.Streams;

namespace Orleans.Personalize.Grains.Queues;

/// <summary>A message of the queue that cannot be read, on its way to the dead letters.</summary>
/// <param name="Message">The message as it was in the queue.</param>
/// <param name="Reason">Why it cannot be read.</param>
/// <param name="Number">Its place in the queue, as the receiver counts.</param>
[GenerateSerializer, Immutable, Alias("op.UnreadableBatch")]
internal sealed record UnreadableBatch([property: Id(0)] string Message, [property: Id(1)] string Reason, [property: Id(2)] long Number) : IBatchContainer
{
    /// <inheritdoc/>
    public StreamId StreamId => EventLanes.Unreadable;

    /// <inheritdoc/>
    public StreamSequenceToken SequenceToken => new EventSequenceTokenV2(Number);

    /// <inheritdoc/>
    public IEnumerable<Tuple<T, StreamSequenceToken>> GetEvents<T>() =>
        new EventBatch { Unreadable = Message, Reason = Reason } is T batch ? [Tuple.Create(batch, SequenceToken)] : [];

    /// <inheritdoc/>
    public bool ImportRequestContext() => false;
}
