namespace Orleans.Personalize.Engine.Profiles;

/// <summary>What last became of a message to a profile.</summary>
public enum NotificationStage
{
    /// <summary>It was sent, and nothing was heard of it since.</summary>
    Sent = 0,

    /// <summary>It was opened.</summary>
    Opened = 1,

    /// <summary>It was dismissed.</summary>
    Dismissed = 2,

    /// <summary>A sender took it upon itself to send it; whether it did is not known.</summary>
    Claimed = 3,

    /// <summary>It could not be sent.</summary>
    Failed = 4,
}
