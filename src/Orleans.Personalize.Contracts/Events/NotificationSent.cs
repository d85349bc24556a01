using Orleans.Personalize.Notifications;

namespace Orleans.Personalize.Events;

/// <summary>An e-mail or push message was sent.</summary>
[GenerateSerializer, Immutable, Alias("op.NotificationSent")]
public sealed record NotificationSent : ProfileEvent
{
    /// <summary>The message, by its id, 1 to 128 characters.</summary>
    [Id(0)]
    public required string Notification { get; init; }

    /// <summary>The title the message was about, where it was about one.</summary>
    [Id(1)]
    public TitleId? About { get; init; }

    /// <summary>How it was sent, where known.</summary>
    [Id(2)]
    public NotificationChannel? Channel { get; init; }

    /// <summary>What it was about, where it was of a known kind.</summary>
    [Id(3)]
    public NotificationKind? Kind { get; init; }
}
