using System.Globalization;
using System.Text;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Notifications.Rendering;

/// <summary>Writes e-mails, each as plain text and as HTML. Whatever comes from a catalogue or a profile is text in both and nothing else.</summary>
public sealed class EmailWriter
{
    private readonly MessageOptions _options;
    private readonly Links _links;
    private readonly HtmlEmail _html;

    /// <summary>Writes for a service.</summary>
    /// <exception cref="ArgumentException">A figure of the options is not what it is to be.</exception>
    public EmailWriter(MessageOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.AccentColor is not { Length: 7 } color || color[0] != '#' || !color.AsSpan(1).ContainsOnlyHex())
            throw new ArgumentException($"'{options.AccentColor}' is not a colour as #rrggbb", nameof(options));
        _options = options;
        _links = new Links(options);
        _html = new HtmlEmail(options, _links);
    }

    /// <summary>Writes an e-mail.</summary>
    public EmailContent Write(OutgoingNotification notification)
    {
        ArgumentNullException.ThrowIfNull(notification);
        var unsubscribe = _links.ToUnsubscribe(notification.Profile.Id);
        return new EmailContent(
            OneLine(notification.Suggestion.Headline),
            TextOf(notification, unsubscribe),
            _html.Write(notification, unsubscribe),
            unsubscribe);
    }

    /// <summary>A text without line ends and other control characters, as a message's head needs it.</summary>
    internal static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();

    /// <summary>What is said of a card beside its name: year, match, label.</summary>
    internal static string Facts(Card card)
    {
        var facts = new List<string>();
        if (card.Year is { } year)
            facts.Add(year.ToString(CultureInfo.InvariantCulture));
        facts.Add(string.Create(CultureInfo.InvariantCulture, $"{Math.Round(100 * card.MatchScore)}% match"));
        if (card.Label is { Length: > 0 } label)
            facts.Add(label);
        return string.Join(" · ", facts);
    }

    private string TextOf(OutgoingNotification notification, Uri? unsubscribe)
    {
        var suggestion = notification.Suggestion;
        var text = new StringBuilder();
        text.AppendLine(OneLine(suggestion.Headline)).AppendLine(OneLine(suggestion.Text)).AppendLine();
        foreach (var card in suggestion.Cards)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{OneLine(card.Name)} ({Facts(card)})");
            text.AppendLine(OneLine(card.Reason.Text));
            if (_links.ToTitle(card.Title, suggestion.Id) is { } url)
                text.AppendLine(url);
            text.AppendLine();
        }

        text.AppendLine("--").AppendLine(CultureInfo.InvariantCulture, $"{OneLine(_options.ServiceName)} sent this to {OneLine(notification.Profile.Name)}.");
        if (unsubscribe is not null)
            text.AppendLine(CultureInfo.InvariantCulture, $"No more e-mails: {unsubscribe.AbsoluteUri}");
        if (_options.Imprint is { } imprint)
            text.AppendLine(OneLine(imprint));
        return text.ToString();
    }
}
