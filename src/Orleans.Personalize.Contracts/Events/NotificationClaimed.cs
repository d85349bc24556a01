using System.Collections.Immutable;
using Orleans.Personalize.Notifications;

namespace Orleans.Personalize.Events;

/// <summary>
/// A sender took it upon itself to send a message. Recorded, and durable, before anything is sent: of several senders that mean to, the one
/// whose event is accepted sends, and the others, whose event is a repeat, do not.
/// </summary>
[GenerateSerializer, Immutable, Alias("op.NotificationClaimed")]
public sealed record NotificationClaimed : ProfileEvent
{
    /// <summary>The most entries of <see cref="Titles"/>.</summary>
    public const int MaxTitles = 8;

    /// <summary>The message, by its id, 1 to 128 characters.</summary>
    [Id(0)]
    public required string Notification { get; init; }

    /// <summary>The title the message is about, where it is about one.</summary>
    [Id(1)]
    public TitleId? About { get; init; }

    /// <summary>The titles it suggests, where it suggests several.</summary>
    [Id(2)]
    public ImmutableArray<TitleId> Titles { get; init; } = [];

    /// <summary>How it is sent.</summary>
    [Id(3)]
    public required NotificationChannel Channel { get; init; }

    /// <summary>What it is about.</summary>
    [Id(4)]
    public required NotificationKind Kind { get; init; }

    /// <summary>How many times it has been tried with this time, 1 to 100.</summary>
    [Id(5)]
    public int Attempt { get; init; } = 1;
}
