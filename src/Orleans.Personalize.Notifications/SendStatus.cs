namespace Orleans.Personalize.Notifications;

/// <summary>Whether a message went out.</summary>
public enum SendStatus
{
    /// <summary>The other side took it.</summary>
    Sent = 0,

    /// <summary>The other side will never take it.</summary>
    Failed = 1,

    /// <summary>It is not known whether the other side took it, or it may take it later.</summary>
    Uncertain = 2,
}
