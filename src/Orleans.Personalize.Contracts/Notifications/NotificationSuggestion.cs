using System.Collections.Immutable;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Notifications;

/// <summary>One thing that a profile could be sent: what, how, when, and why.</summary>
[GenerateSerializer, Immutable, Alias("op.NotificationSuggestion")]
public sealed record NotificationSuggestion
{
    /// <summary>
    /// Names the message, at most 128 characters. The same suggestion to the same profile has the same id whenever it is planned, so that it is never
    /// sent twice.
    /// </summary>
    [Id(0)]
    public required string Id { get; init; }

    /// <summary>What it is about.</summary>
    [Id(1)]
    public required NotificationKind Kind { get; init; }

    /// <summary>The channel that it is worth most on.</summary>
    [Id(2)]
    public required NotificationChannel Channel { get; init; }

    /// <summary>The title it is about; null for a digest.</summary>
    [Id(3)]
    public TitleId? About { get; init; }

    /// <summary>The headline: the subject of an e-mail, the title of a push message.</summary>
    [Id(4)]
    public required string Headline { get; init; }

    /// <summary>One sentence below the headline.</summary>
    [Id(5)]
    public required string Text { get; init; }

    /// <summary>What is suggested, best first: one title, or those of a digest.</summary>
    [Id(6)]
    public required ImmutableArray<Card> Cards { get; init; }

    /// <summary>Why it is suggested.</summary>
    [Id(7)]
    public required Reason Reason { get; init; }

    /// <summary>When it is best sent, with the profile's offset from UTC; null where it is not to be sent.</summary>
    [Id(8)]
    public DateTimeOffset? SendAt { get; init; }

    /// <summary>Why it is not sent now; null where it is.</summary>
    [Id(9)]
    public NotificationHold? Hold { get; init; }

    /// <summary>What sending it is worth, in openings of a usual message: <see cref="OpenProbability"/> times <see cref="Worth"/>, less <see cref="Cost"/>.</summary>
    [Id(10)]
    public required double Score { get; init; }

    /// <summary>How likely it is opened when it is sent at its hour, in [0,1].</summary>
    [Id(11)]
    public required double OpenProbability { get; init; }

    /// <summary>What it is worth when it is opened; 1 for a usual message.</summary>
    [Id(12)]
    public required double Worth { get; init; }

    /// <summary>What sending it costs in patience, in openings; grows with messages that were not opened.</summary>
    [Id(13)]
    public required double Cost { get; init; }

    /// <summary>How many times it has been tried with the next time; above 1 where a sender took it on and was not heard of since.</summary>
    [Id(14)]
    public int Attempt { get; init; } = 1;
}
