namespace Orleans.Personalize.Events;

/// <summary>The answer to one event that was sent.</summary>
/// <param name="Id">The event's id; null where the event could not be read that far.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Field">For a rejected event, the property that is wrong, as named in JSON.</param>
/// <param name="Reason">For a rejected event, what is wrong with it.</param>
[GenerateSerializer, Immutable, Alias("op.EventReceipt")]
public sealed record EventReceipt(
    [property: Id(0)] EventId? Id,
    [property: Id(1)] EventOutcome Outcome,
    [property: Id(2)] string? Field = null,
    [property: Id(3)] string? Reason = null);
