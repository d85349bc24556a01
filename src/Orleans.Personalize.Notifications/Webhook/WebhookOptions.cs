namespace Orleans.Personalize.Notifications.Webhook;

/// <summary>The service that takes push messages and carries them to devices.</summary>
public sealed record WebhookOptions
{
    /// <summary>Where messages are posted, http or https.</summary>
    public required Uri Url { get; init; }

    /// <summary>The secret that requests are signed with, shared with that service; at least 16 bytes in UTF-8.</summary>
    public required string Secret { get; init; }

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a message is posted at most.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>The wait before the second attempt; it doubles with each further one, and half of it is left to chance.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Failed attempts in a row after which the service is left alone.</summary>
    public int BreakAfter { get; init; } = 8;

    /// <summary>For how long it is left alone.</summary>
    public TimeSpan BreakFor { get; init; } = TimeSpan.FromMinutes(1);
}
