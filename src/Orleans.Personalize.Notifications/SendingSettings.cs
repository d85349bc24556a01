using Orleans.Personalize.Notifications.Rendering;
using Orleans.Personalize.Notifications.Smtp;
using Orleans.Personalize.Notifications.Webhook;

namespace Orleans.Personalize.Notifications;

/// <summary>The file that says how messages are sent, as JSON.</summary>
public sealed record SendingSettings
{
    /// <summary>What all messages have in common.</summary>
    public MessageOptions Messages { get; init; } = new();

    /// <summary>The mail server; without one no e-mails are sent.</summary>
    public SmtpOptions? Smtp { get; init; }

    /// <summary>The service that takes push messages; without one none are sent.</summary>
    public WebhookOptions? Webhook { get; init; }

    /// <summary>Minutes from the beginning of one round over all profiles to the next; on a cluster, until a profile is asked again to which something went out or could not.</summary>
    public double EveryMinutes { get; init; } = 10;
}
