using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Notifications.Rendering;

/// <summary>A push message as it is handed to a push gateway, in JSON.</summary>
public sealed record PushContent
{
    /// <summary>Names the message: whoever gets it twice shows it once.</summary>
    public required string Id { get; init; }

    /// <summary>To whom.</summary>
    public required ProfileId Profile { get; init; }

    /// <summary>What the profile's devices are known by.</summary>
    public required string Token { get; init; }

    /// <summary>What it is about.</summary>
    public required NotificationKind Kind { get; init; }

    /// <summary>The headline.</summary>
    public required string Headline { get; init; }

    /// <summary>One sentence below.</summary>
    public required string Text { get; init; }

    /// <summary>The title to open; null where it is about none.</summary>
    public TitleId? Title { get; init; }

    /// <summary>Its page; null where there is none.</summary>
    public string? Url { get; init; }

    /// <summary>A picture; null where there is none.</summary>
    public string? Image { get; init; }

    /// <summary>Why it is sent.</summary>
    public required Reason Reason { get; init; }

    /// <summary>Writes a push message.</summary>
    /// <param name="notification">What is said to whom; the profile has a push token.</param>
    /// <param name="options">What all messages have in common.</param>
    public static PushContent Of(OutgoingNotification notification, MessageOptions options)
    {
        ArgumentNullException.ThrowIfNull(notification);
        var links = new Links(options);
        var suggestion = notification.Suggestion;
        Card? first = suggestion.Cards is [var leading, ..] ? leading : null;
        return new PushContent
        {
            Id = suggestion.Id,
            Profile = notification.Profile.Id,
            Token = notification.Profile.Notifications?.PushToken ?? throw new ArgumentException("the profile has no push token", nameof(notification)),
            Kind = suggestion.Kind,
            Headline = EmailWriter.OneLine(suggestion.Headline),
            Text = EmailWriter.OneLine(suggestion.Text),
            Title = first?.Title,
            Url = first is { } shown ? links.ToTitle(shown.Title, suggestion.Id) : null,
            Image = first is { } pictured ? links.ToArtwork(pictured) : null,
            Reason = suggestion.Reason,
        };
    }
}
