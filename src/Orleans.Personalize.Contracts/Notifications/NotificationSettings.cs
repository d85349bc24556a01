using System.Collections.Immutable;

namespace Orleans.Personalize.Notifications;

/// <summary>Where a profile can be reached, and when and with what it wants to be. Without an address of a channel nothing is sent over it.</summary>
[GenerateSerializer, Immutable, Alias("op.NotificationSettings")]
public sealed record NotificationSettings
{
    /// <summary>The most entries of <see cref="OptOuts"/>.</summary>
    public const int MaxOptOuts = 32;

    /// <summary>The address for e-mail, such as <c>mara@example.com</c>, at most 254 characters; null for no e-mail.</summary>
    [Id(0)]
    public string? Email { get; init; }

    /// <summary>
    /// What the service's push gateway knows the profile's devices by, 1 to 4096 characters; handed on as it is. Null for no push messages.
    /// </summary>
    [Id(1)]
    public string? PushToken { get; init; }

    /// <summary>The hour of the profile's day from which nothing is sent, 0 to 23; where null, the service's own quiet hours hold.</summary>
    [Id(2)]
    public int? QuietFromHour { get; init; }

    /// <summary>The hour of the profile's day from which something may be sent again, 0 to 23; equal to the other for no quiet hours.</summary>
    [Id(3)]
    public int? QuietUntilHour { get; init; }

    /// <summary>What the profile does not want to be sent.</summary>
    [Id(4)]
    public ImmutableArray<NotificationOptOut> OptOuts { get; init; } = [];
}
