using Orleans.Personalize.Events;

namespace Orleans.Personalize.Queues;

/// <summary>Something that came through the queue of events and could not be recorded.</summary>
[GenerateSerializer, Immutable, Alias("op.DeadLetter")]
public sealed record DeadLetter
{
    /// <summary>Its number, from 0 in the order in which they were kept.</summary>
    [Id(0)]
    public long Number { get; init; }

    /// <summary>When it was given up.</summary>
    [Id(1)]
    public required DateTimeOffset At { get; init; }

    /// <summary>Why it could not be recorded.</summary>
    [Id(2)]
    public required string Reason { get; init; }

    /// <summary>The event; null for a message that is none.</summary>
    [Id(3)]
    public ProfileEvent? Event { get; init; }

    /// <summary>The message as it was in the queue; null where it could be read.</summary>
    [Id(4)]
    public string? Message { get; init; }
}
