namespace Orleans.Personalize.Engine.Profiles;

/// <summary>What last became of a message to a profile.</summary>
public enum NotificationKind
{
    /// <summary>It was sent, and nothing was heard of it since.</summary>
    Sent = 0,

    /// <summary>It was opened.</summary>
    Opened = 1,

    /// <summary>It was dismissed.</summary>
    Dismissed = 2,
}
