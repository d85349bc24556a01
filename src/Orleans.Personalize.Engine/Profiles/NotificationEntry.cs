using System.Collections.Immutable;
using Orleans.Personalize.Notifications;

namespace Orleans.Personalize.Engine.Profiles;

/// <summary>One message to a profile, as it is remembered.</summary>
public readonly record struct NotificationEntry
{
    /// <summary>A 48-bit hash of the message's id.</summary>
    public required ulong Message { get; init; }

    /// <summary>Catalogue number of the title it was about; -1 where it was about none.</summary>
    public required int Title { get; init; }

    /// <summary>Catalogue numbers of the titles it suggested, where it suggested several; else empty.</summary>
    public ImmutableArray<int> Titles { get; init; } = [];

    /// <summary>When the last thing became of it, in seconds since <see cref="Interaction.Origin"/>.</summary>
    public required uint Seconds { get; init; }

    /// <summary>When it was sent, or first was to be, in seconds since <see cref="Interaction.Origin"/>; at most <see cref="Seconds"/>.</summary>
    public required uint SentSeconds { get; init; }

    /// <summary>What last became of it.</summary>
    public required NotificationStage Stage { get; init; }

    /// <summary>How it was sent; null where unknown.</summary>
    public NotificationChannel? Channel { get; init; }

    /// <summary>What it was about; null where unknown.</summary>
    public NotificationKind? Kind { get; init; }

    /// <summary>How many times a sender took it upon itself to send it.</summary>
    public byte Attempts { get; init; }

    /// <summary>An entry of no message; <see cref="Message"/> and all that is required are to be given.</summary>
    public NotificationEntry()
    {
    }
}
