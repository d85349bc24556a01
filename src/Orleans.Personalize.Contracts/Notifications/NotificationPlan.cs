using System.Collections.Immutable;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Notifications;

/// <summary>
/// What a profile should be sent, as of one moment. Nothing is sent by planning: a sender records <see cref="Claim"/> first, and sends only where that
/// event is accepted.
/// </summary>
[GenerateSerializer, Immutable, Alias("op.NotificationPlan")]
public sealed record NotificationPlan
{
    /// <summary>Whose plan it is.</summary>
    [Id(0)]
    public required ProfileId Profile { get; init; }

    /// <summary>The moment it is for, with the profile's offset from UTC.</summary>
    [Id(1)]
    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>What is to be sent now; null for nothing.</summary>
    [Id(2)]
    public NotificationSuggestion? Send { get; init; }

    /// <summary>
    /// The event that a sender records before it sends. Of several senders that plan after the same messages only one gets it accepted; null where nothing is
    /// to be sent.
    /// </summary>
    [Id(3)]
    public NotificationClaimed? Claim { get; init; }

    /// <summary>Everything that could be sent, best first, each with when it is or why it is not; what is sent now among them.</summary>
    [Id(4)]
    public required ImmutableArray<NotificationSuggestion> Suggestions { get; init; }

    /// <summary>When the plan is worth making again at the latest: the next suggestion is due, or an e-mail that was cut off may be tried again; null where neither is.</summary>
    [Id(5)]
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>One sentence on what is done now and why.</summary>
    [Id(6)]
    public required string Summary { get; init; }
}
