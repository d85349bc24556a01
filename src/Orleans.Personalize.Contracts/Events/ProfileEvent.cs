using System.Text.Json.Serialization;

namespace Orleans.Personalize.Events;

/// <summary>Something a profile did, was shown or was sent. The set of events is closed: these and no others.</summary>
[GenerateSerializer, Immutable, Alias("op.ProfileEvent")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(Impression), "impression")]
[JsonDerivedType(typeof(RowScrolledPast), "rowScrolledPast")]
[JsonDerivedType(typeof(RowScrolledAlong), "rowScrolledAlong")]
[JsonDerivedType(typeof(TitleOpened), "titleOpened")]
[JsonDerivedType(typeof(TrailerPlayed), "trailerPlayed")]
[JsonDerivedType(typeof(PlayStarted), "playStarted")]
[JsonDerivedType(typeof(PlayProgressed), "playProgressed")]
[JsonDerivedType(typeof(PlayPaused), "playPaused")]
[JsonDerivedType(typeof(PlayStopped), "playStopped")]
[JsonDerivedType(typeof(PlayCompleted), "playCompleted")]
[JsonDerivedType(typeof(IntroSkipped), "introSkipped")]
[JsonDerivedType(typeof(CreditsSkipped), "creditsSkipped")]
[JsonDerivedType(typeof(ThumbGiven), "thumbGiven")]
[JsonDerivedType(typeof(TitleRated), "titleRated")]
[JsonDerivedType(typeof(MyListAdded), "myListAdded")]
[JsonDerivedType(typeof(MyListRemoved), "myListRemoved")]
[JsonDerivedType(typeof(Searched), "searched")]
[JsonDerivedType(typeof(SearchResultOpened), "searchResultOpened")]
[JsonDerivedType(typeof(NotificationClaimed), "notificationClaimed")]
[JsonDerivedType(typeof(NotificationSent), "notificationSent")]
[JsonDerivedType(typeof(NotificationFailed), "notificationFailed")]
[JsonDerivedType(typeof(NotificationOpened), "notificationOpened")]
[JsonDerivedType(typeof(NotificationDismissed), "notificationDismissed")]
[JsonDerivedType(typeof(TitleHidden), "titleHidden")]
public abstract record ProfileEvent
{
    /// <summary>Chosen by the sender; the same id again is a repeat and changes nothing.</summary>
    [Id(0)]
    public required EventId Id { get; init; }

    /// <summary>Who did it.</summary>
    [Id(1)]
    public required ProfileId Profile { get; init; }

    /// <summary>When it happened; the offset is the profile's own offset from UTC, from which hour and weekday are taken.</summary>
    [Id(2)]
    public required DateTimeOffset Time { get; init; }

    /// <summary>The screen it happened on, where known.</summary>
    [Id(3)]
    public DeviceKind? Device { get; init; }

    /// <summary>The sender's session, at most 128 characters, where known.</summary>
    [Id(4)]
    public string? Session { get; init; }

    /// <summary>ISO 3166-1 alpha-2 country the profile was in, where it differs from the profile's own.</summary>
    [Id(5)]
    public string? Country { get; init; }
}
