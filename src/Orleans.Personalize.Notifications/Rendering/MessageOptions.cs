namespace Orleans.Personalize.Notifications.Rendering;

/// <summary>What all messages of a service have in common.</summary>
public sealed record MessageOptions
{
    /// <summary>The name of the service, as it stands on top of its e-mails.</summary>
    public string ServiceName { get; init; } = "Personalize";

    /// <summary>
    /// The address of a title's page, http or https, in which <c>{title}</c> and <c>{notification}</c> are replaced, so that the page can tell that the
    /// message was opened. Null for messages without links.
    /// </summary>
    public string? TitleUrl { get; init; }

    /// <summary>What relative addresses of artworks are relative to; null for messages without such pictures.</summary>
    public Uri? ArtworkBase { get; init; }

    /// <summary>The address of the gateway as members reach it, below which <c>/unsubscribe</c> lies. Null for e-mails without an unsubscribe link.</summary>
    public Uri? UnsubscribeBase { get; init; }

    /// <summary>The key with which unsubscribe links are signed, the same as the gateway's; null for none.</summary>
    public string? UnsubscribeKey { get; init; }

    /// <summary>The colour of buttons, as #rrggbb.</summary>
    public string AccentColor { get; init; } = "#5b4bdb";

    /// <summary>Who sends it and where they are to be found, for the foot of e-mails.</summary>
    public string? Imprint { get; init; }
}
