using Orleans.Streams;

namespace Orleans.Personalize.Grains.Queues;

/// <summary>Sets up the stream provider <see cref="EventLanes.Provider"/> of a silo, whatever queue is behind it.</summary>
public static class EventLaneStreamExtensions
{
    // Never given up by the stream: the grain that records decides when.
    private static readonly TimeSpan Patience = TimeSpan.FromDays(36_500);

    // Messages of one lane that are delivered together, as far as they are there.
    private const int Together = 16;

    /// <summary>Delivers the events of each lane together and in order, until they are recorded or kept as dead letters.</summary>
    public static void ConfigureEventLanes(this ISiloPersistentStreamConfigurator queues)
    {
        queues.ConfigureStreamPubSub(StreamPubSubType.ImplicitOnly);
        queues.ConfigurePullingAgent(agent => agent.Configure(options =>
            (options.MaxEventDeliveryTime, options.BatchContainerBatchSize) = (Patience, Together)));
    }
}
