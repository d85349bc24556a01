namespace Orleans.Personalize.Notifications;

/// <summary>Why a suggestion is not sent now.</summary>
[GenerateSerializer, Alias("op.NotificationHold")]
public enum NotificationHold
{
    /// <summary>The profile has no address on any channel that would carry it.</summary>
    NoAddress = 0,

    /// <summary>The profile refused it.</summary>
    OptedOut = 1,

    /// <summary>What it would cost in patience is more than it is worth.</summary>
    NotWorthIt = 2,

    /// <summary>So much was sent lately that it has to wait, or would be too late then.</summary>
    Cap = 3,

    /// <summary>It is night for the profile, and it would be too late afterwards.</summary>
    QuietHours = 4,

    /// <summary>An hour is coming in which the profile is likelier to look.</summary>
    BetterHour = 5,

    /// <summary>Another suggestion is worth more, and both would be too much.</summary>
    AnotherFirst = 6,
}
