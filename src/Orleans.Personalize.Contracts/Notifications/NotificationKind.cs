namespace Orleans.Personalize.Notifications;

/// <summary>What a suggestion is about.</summary>
[GenerateSerializer, Alias("op.NotificationKind")]
public enum NotificationKind
{
    /// <summary>A series that the profile watches has gone on.</summary>
    NewEpisodes = 0,

    /// <summary>A title came to the service that suits the profile.</summary>
    NewArrival = 1,

    /// <summary>A playback was left and can be resumed.</summary>
    Resume = 2,

    /// <summary>A title on the profile's list, or one it began, can soon no longer be watched.</summary>
    LeavingSoon = 3,

    /// <summary>The week's best for the profile.</summary>
    Digest = 4,
}
