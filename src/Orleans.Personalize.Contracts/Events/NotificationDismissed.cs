namespace Orleans.Personalize.Events;

/// <summary>An e-mail or push message was dismissed.</summary>
[GenerateSerializer, Immutable, Alias("op.NotificationDismissed")]
public sealed record NotificationDismissed : ProfileEvent
{
    /// <summary>The message, by its id, 1 to 128 characters.</summary>
    [Id(0)]
    public required string Notification { get; init; }

    /// <summary>The title the message was about, where it was about one.</summary>
    [Id(1)]
    public TitleId? About { get; init; }
}
