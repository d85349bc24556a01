using Orleans.Personalize.Notifications;

namespace Orleans.Personalize.Grains.Notifications;

/// <summary>How a cluster sends e-mails and push messages to the profiles of its default tenant. Every silo needs the same, and a reminder service.</summary>
public sealed class GrainNotificationOptions
{
    /// <summary>One for each channel; what a channel without one would carry waits.</summary>
    public required IReadOnlyList<INotificationSender> Senders { get; init; }

    /// <summary>How long a profile is left alone at most to which nothing is due: what is new on the service may be worth telling sooner.</summary>
    public TimeSpan LongestRest { get; init; } = TimeSpan.FromHours(6);

    /// <summary>When a profile is asked again to which something went out, or could not, a minute at least.</summary>
    public TimeSpan Again { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Over how long what is due to many profiles at the same hour is spread.</summary>
    public TimeSpan Spread { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many messages a silo has under way at once.</summary>
    public int AtOnce { get; init; } = 16;
}
