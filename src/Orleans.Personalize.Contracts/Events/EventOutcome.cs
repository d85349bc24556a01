namespace Orleans.Personalize.Events;

/// <summary>What became of an event that was sent.</summary>
[GenerateSerializer, Alias("op.EventOutcome")]
public enum EventOutcome
{
    /// <summary>It is durable and counts in the next answer.</summary>
    Accepted = 0,

    /// <summary>An event with this id was accepted before; nothing changed.</summary>
    Duplicate = 1,

    /// <summary>It is wrong; nothing changed.</summary>
    Rejected = 2,

    /// <summary>It is durable in a queue and will be recorded from there.</summary>
    Queued = 3,
}
