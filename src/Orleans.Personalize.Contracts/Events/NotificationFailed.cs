namespace Orleans.Personalize.Events;

/// <summary>A message that was to be sent could not be, for good: it is not tried again.</summary>
[GenerateSerializer, Immutable, Alias("op.NotificationFailed")]
public sealed record NotificationFailed : ProfileEvent
{
    /// <summary>The message, by its id, 1 to 128 characters.</summary>
    [Id(0)]
    public required string Notification { get; init; }

    /// <summary>Why, at most 500 characters.</summary>
    [Id(1)]
    public string? Reason { get; init; }
}
