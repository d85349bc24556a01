namespace Orleans.Personalize.Notifications;

/// <summary>What became of sending a message.</summary>
/// <param name="Status">Whether it went out.</param>
/// <param name="Reason">Why not, where it did not.</param>
public readonly record struct SendOutcome(SendStatus Status, string? Reason = null)
{
    /// <summary>It went out.</summary>
    public static SendOutcome Sent { get; } = new(SendStatus.Sent);

    /// <summary>It cannot be sent, now or later.</summary>
    public static SendOutcome Failed(string reason) => new(SendStatus.Failed, reason);

    /// <summary>Whether it went out is not known, or it may work later.</summary>
    public static SendOutcome Uncertain(string reason) => new(SendStatus.Uncertain, reason);
}
