using System.Collections.Immutable;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Grains.Queues;

/// <summary>Events of one lane that went into the queue together.</summary>
[GenerateSerializer, Immutable, Alias("op.EventBatch")]
public sealed record EventBatch
{
    /// <summary>The events, in the order in which they were sent.</summary>
    [Id(0)]
    public ImmutableArray<ProfileEvent> Events { get; init; } = [];

    /// <summary>A message that cannot be read, in the place of events; null where there is none.</summary>
    [Id(1)]
    public string? Unreadable { get; init; }

    /// <summary>Why it cannot be read.</summary>
    [Id(2)]
    public string? Reason { get; init; }
}
