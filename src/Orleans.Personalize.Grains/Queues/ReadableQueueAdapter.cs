using Orleans.Streams;

namespace Orleans.Personalize.Grains.Queues;

/// <summary>Reads the messages of a queue; one that cannot be read does not hold up those behind it, but goes to the dead letters.</summary>
/// <param name="adapter">Writes and reads the others.</param>
public sealed class ReadableQueueAdapter(IQueueDataAdapter<string, IBatchContainer> adapter) : IQueueDataAdapter<string, IBatchContainer>
{
    /// <inheritdoc/>
    public string ToQueueMessage<T>(StreamId streamId, IEnumerable<T> events, StreamSequenceToken token, Dictionary<string, object> requestContext) =>
        adapter.ToQueueMessage(streamId, events, token, requestContext);

    /// <inheritdoc/>
    public IBatchContainer FromQueueMessage(string queueMessage, long sequenceId)
    {
        try
        {
            return adapter.FromQueueMessage(queueMessage, sequenceId);
        }
        catch (Exception error)
        {
            return new UnreadableBatch(queueMessage, $"cannot be read: {error.Message}", sequenceId);
        }
    }
}
