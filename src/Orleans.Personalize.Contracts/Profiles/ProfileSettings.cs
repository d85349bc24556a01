using Orleans.Personalize.Notifications;

namespace Orleans.Personalize.Profiles;

/// <summary>What is set for a profile, as against what is learnt of it.</summary>
[GenerateSerializer, Immutable, Alias("op.ProfileSettings")]
public sealed record ProfileSettings
{
    /// <summary>Names the profile.</summary>
    [Id(0)]
    public required ProfileId Id { get; init; }

    /// <summary>The household it belongs to.</summary>
    [Id(1)]
    public AccountId? Account { get; init; }

    /// <summary>The name shown, 1 to 100 characters.</summary>
    [Id(2)]
    public required string Name { get; init; }

    /// <summary>The most mature title it may see, as an age in years, 0 to 21.</summary>
    [Id(3)]
    public int MaturityLimit { get; init; } = 21;

    /// <summary>Whether it is a child's: only titles for up to 12 years, whatever the limit says.</summary>
    [Id(4)]
    public bool Kids { get; init; }

    /// <summary>ISO 3166-1 alpha-2 country, upper case.</summary>
    [Id(5)]
    public string? Country { get; init; }

    /// <summary>IETF language.</summary>
    [Id(6)]
    public string? Language { get; init; }

    /// <summary>Where the profile can be reached by e-mail and push messages, and when; null for nowhere.</summary>
    [Id(7)]
    public NotificationSettings? Notifications { get; init; }

    /// <summary>
    /// Whether it takes part in the common taste of its household: begins, until it is known itself, with the genres that the others like, and counts in what
    /// others begin with. Children's profiles share with children's only.
    /// </summary>
    [Id(8)]
    public bool SharesTaste { get; init; } = true;
}
