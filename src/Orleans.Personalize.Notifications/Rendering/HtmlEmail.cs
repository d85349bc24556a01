using System.Globalization;
using System.Net;
using System.Text;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Notifications.Rendering;

/// <summary>
/// An e-mail as an HTML document: one column of tables, as mail programs need it, readable without pictures, in light and in dark. What looks
/// different in dark is in the style sheet; the colours that must hold where a program drops it are on the elements.
/// </summary>
internal sealed class HtmlEmail(MessageOptions options, Links links)
{
    private static readonly string Style = ReadStyle();

    /// <summary>Writes the document.</summary>
    /// <param name="notification">What is said to whom.</param>
    /// <param name="unsubscribe">Where it can be refused; null for nowhere.</param>
    public string Write(OutgoingNotification notification, Uri? unsubscribe)
    {
        var suggestion = notification.Suggestion;
        var html = new StringBuilder(16 * 1024);
        html.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <title>{Text(suggestion.Headline)}</title>
            <style>
            {Style}</style>
            </head>
            <body>
            <div class="preheader">{Text(suggestion.Text)}</div>
            <table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 12px">
            <table role="presentation" class="sheet" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px">
            <tr><td class="wide" style="padding:28px 32px 0"><span class="service">{Text(options.ServiceName)}</span></td></tr>
            <tr><td class="wide" style="padding:20px 32px 8px"><h1>{Text(suggestion.Headline)}</h1><p>{Text(suggestion.Text)}</p></td></tr>

            """);
        for (var i = 0; i < suggestion.Cards.Length; i++)
        {
            if (i == 0 && suggestion.Cards.Length == 1)
                WriteAlone(html, suggestion.Cards[i], suggestion);
            else
                WriteOneOfMany(html, suggestion.Cards[i], suggestion, isFirst: i == 0);
        }

        WriteFoot(html, notification, unsubscribe);
        html.Append("</table>\n</td></tr></table>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static string ReadStyle()
    {
        using var reader = new StreamReader(typeof(HtmlEmail).Assembly.GetManifestResourceStream("rendering/email.css")!);
        return reader.ReadToEnd();
    }

    private static string Text(string text) => WebUtility.HtmlEncode(EmailWriter.OneLine(text));

    private void WriteAlone(StringBuilder html, Card card, NotificationSuggestion suggestion)
    {
        html.Append("<tr><td class=\"wide\" style=\"padding:12px 32px 28px\">");
        if (links.ToArtwork(card) is { } picture)
            html.Append(CultureInfo.InvariantCulture, $"""<div style="padding-bottom:18px">{Linked(card, suggestion, $"""<img src="{WebUtility.HtmlEncode(picture)}" alt="{Text(card.Name)}" width="240" style="width:240px;max-width:100%;height:auto">""")}</div>""");
        html.Append(CultureInfo.InvariantCulture, $"""<h2>{Linked(card, suggestion, Text(card.Name))}</h2><p class="facts">{Text(EmailWriter.Facts(card))}</p>""");
        html.Append(CultureInfo.InvariantCulture, $"""<p class="reason">{Text(card.Reason.Text)}</p>""");
        WriteButton(html, card, suggestion);
        html.Append("</td></tr>\n");
    }

    private void WriteOneOfMany(StringBuilder html, Card card, NotificationSuggestion suggestion, bool isFirst)
    {
        html.Append("<tr><td class=\"wide\" style=\"padding:0 32px\"><table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"");
        html.Append(isFirst ? "><tr>" : " class=\"line\"><tr>");
        if (links.ToArtwork(card) is { } picture)
            html.Append(CultureInfo.InvariantCulture, $"""<td class="thumb" width="112" valign="top" style="padding:18px 18px 18px 0">{Linked(card, suggestion, $"""<img src="{WebUtility.HtmlEncode(picture)}" alt="" width="112" style="width:112px;height:auto">""")}</td>""");
        html.Append(CultureInfo.InvariantCulture, $"""<td valign="top" style="padding:18px 0"><h2>{Linked(card, suggestion, Text(card.Name))}</h2><p class="facts">{Text(EmailWriter.Facts(card))}</p><p class="reason">{Text(card.Reason.Text)}</p>""");
        if (isFirst)
            WriteButton(html, card, suggestion);
        html.Append("</td></tr></table></td></tr>\n");
    }

    private void WriteButton(StringBuilder html, Card card, NotificationSuggestion suggestion)
    {
        if (links.ToTitle(card.Title, suggestion.Id) is not { } url)
            return;
        var label = card.Progress is null ? "Watch" : "Go on watching";
        html.Append(CultureInfo.InvariantCulture, $"""<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin-top:16px"><tr><td style="border-radius:8px;background:{options.AccentColor}"><a href="{WebUtility.HtmlEncode(url)}" style="display:inline-block;padding:11px 22px;font-size:15px;font-weight:600;color:#ffffff;text-decoration:none">{label}</a></td></tr></table>""");
    }

    private void WriteFoot(StringBuilder html, OutgoingNotification notification, Uri? unsubscribe)
    {
        html.Append("<tr><td class=\"wide\" style=\"padding:0 32px 28px\"><table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" class=\"line\"><tr><td style=\"padding-top:18px\">");
        html.Append(CultureInfo.InvariantCulture, $"""<p class="foot">{Text(options.ServiceName)} sent this to {Text(notification.Profile.Name)}: {Text(notification.Suggestion.Reason.Text)}.""");
        if (unsubscribe is not null)
            html.Append(CultureInfo.InvariantCulture, $""" <a href="{WebUtility.HtmlEncode(unsubscribe.AbsoluteUri)}">No more e-mails</a>""");
        html.Append("</p>");
        if (options.Imprint is { } imprint)
            html.Append(CultureInfo.InvariantCulture, $"""<p class="foot">{Text(imprint)}</p>""");
        html.Append("</td></tr></table></td></tr>\n");
    }

    // The inner part is HTML already.
    private string Linked(Card card, NotificationSuggestion suggestion, string inner) =>
        links.ToTitle(card.Title, suggestion.Id) is { } url ? $"""<a href="{WebUtility.HtmlEncode(url)}">{inner}</a>""" : inner;
}
