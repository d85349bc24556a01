namespace Orleans.Personalize.Notifications;

/// <summary>What a profile does not want to be sent. What is left out stands for all: one without either refuses everything.</summary>
[GenerateSerializer, Immutable, Alias("op.NotificationOptOut")]
public sealed record NotificationOptOut
{
    /// <summary>The channel that is refused; null for all.</summary>
    [Id(0)]
    public NotificationChannel? Channel { get; init; }

    /// <summary>The kind that is refused; null for all.</summary>
    [Id(1)]
    public NotificationKind? Kind { get; init; }

    /// <summary>Whether it refuses a kind on a channel.</summary>
    public bool Refuses(NotificationChannel channel, NotificationKind kind) =>
        (Channel ?? channel) == channel && (Kind ?? kind) == kind;
}
