using Orleans.Personalize.Grains.Profiles;

namespace Orleans.Personalize.Grains.Queues;

/// <summary>
/// How the events of a tenant that come through a queue are cut into streams: the profiles of one lane, always the same, share one, so that the events of each stay in order and
/// no more than so many deliveries are under way.
/// </summary>
public static class EventLanes
{
    /// <summary>The name of the stream provider that carries them; silos and clients register one under it, or none.</summary>
    public const string Provider = "personalize-events";

    /// <summary>The namespace of the streams.</summary>
    public const string Namespace = "personalize-events";

    /// <summary>The stream of what is in a queue and cannot be read.</summary>
    public static StreamId Unreadable { get; } = StreamId.Create(Namespace, "unreadable/0");

    /// <summary>The stream of a profile's events: one of 64 for each tenant.</summary>
    public static StreamId Of(string tenant, ProfileId profile) => StreamId.Create(Namespace, ProfileDirectory.KeyOf(tenant, profile));
}
