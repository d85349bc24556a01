using Orleans.Personalize.Notifications.Unsubscribing;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Notifications.Rendering;

/// <summary>The addresses in messages. What is not http or https does not become one.</summary>
internal sealed class Links
{
    private readonly MessageOptions _options;
    private readonly UnsubscribeTokens? _tokens;

    public Links(MessageOptions options)
    {
        _options = options;
        _tokens = options.UnsubscribeKey is null ? null : new UnsubscribeTokens(options.UnsubscribeKey);
    }

    /// <summary>The page of a title; null where there is none.</summary>
    public string? ToTitle(TitleId title, string notification) => Safe(_options.TitleUrl?
        .Replace("{title}", Uri.EscapeDataString(title.Value), StringComparison.Ordinal)
        .Replace("{notification}", Uri.EscapeDataString(notification), StringComparison.Ordinal));

    /// <summary>A card's picture; null where it has none that can be shown.</summary>
    public string? ToArtwork(Card card)
    {
        if (card.ArtworkUrl is not { } url)
            return null;
        if (Uri.TryCreate(url, UriKind.Absolute, out _) && !url.StartsWith('/'))
            return Safe(url);
        return _options.ArtworkBase is { } root && Uri.TryCreate(root, url, out var whole) ? Safe(whole.AbsoluteUri) : null;
    }

    /// <summary>Where a profile refuses e-mails; null where there is no such place.</summary>
    public Uri? ToUnsubscribe(ProfileId profile) => _tokens is not null && _options.UnsubscribeBase is { } root
        ? new Uri($"{root.AbsoluteUri.TrimEnd('/')}/unsubscribe/{_tokens.Create(profile, NotificationChannel.Email)}")
        : null;

    private static string? Safe(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https") ? address.AbsoluteUri : null;
}
