using System.Globalization;
using System.Net;
using System.Text;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Notifications.Rendering;
using Orleans.Personalize.Notifications.Running;

namespace Orleans.Personalize.Cli.Notifying;

/// <summary>Plans as one HTML page: of each profile what it would be sent, as it would be seen, and why.</summary>
internal sealed class PlanPreview(MessageOptions messages)
{
    private const string Style =
        "body{font:15px/1.5 system-ui,sans-serif;max-width:1080px;margin:32px auto;padding:0 20px;color-scheme:light dark}h1{font-size:22px}h2{font-size:17px;margin:36px 0 4px}"
        + "p{margin:0 0 10px;opacity:.8}table{border-collapse:collapse;width:100%;font-size:13px;margin:8px 0 14px}td,th{text-align:left;padding:4px 10px 4px 0;border-bottom:1px solid #8884;vertical-align:top}"
        + "iframe{width:100%;height:640px;border:1px solid #8884;border-radius:10px}.push{border:1px solid #8884;border-radius:14px;padding:12px 16px;max-width:420px;margin:8px 0}.n{text-align:right}";

    private readonly EmailWriter _writer = new(messages);

    /// <summary>Writes the page.</summary>
    public string Write(IReadOnlyList<PlannedProfile> plans)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>What would go out</title><style>{Style}</style></head>\n<body>\n");
        html.Append(CultureInfo.InvariantCulture, $"<h1>What would go out</h1><p>{plans.Count} profiles that can be reached, {plans.Count(planned => planned.Plan.Send is not null)} messages now. Nothing was sent.</p>\n");
        foreach (var planned in plans)
            Write(html, planned);
        return html.Append("</body></html>\n").ToString();
    }

    private void Write(StringBuilder html, PlannedProfile planned)
    {
        html.Append(CultureInfo.InvariantCulture, $"<h2>{Text(planned.Profile.Name)} ({Text(planned.Profile.Id.Value)})</h2><p>{Text(planned.Plan.Summary)}</p>\n");
        if (planned.Plan.Suggestions.IsEmpty)
            return;
        html.Append("<table><tr><th>When</th><th>How</th><th>What</th><th>Why</th><th class=\"n\">Worth</th><th class=\"n\">Opened</th></tr>\n");
        foreach (var suggestion in planned.Plan.Suggestions)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{PlanTable.When(suggestion)}</td><td>{suggestion.Channel}</td><td>{Text(suggestion.Headline)}<br>{Text(suggestion.Text)}</td><td>{Text(suggestion.Reason.Text)}</td>");
            html.Append(CultureInfo.InvariantCulture, $"<td class=\"n\">{suggestion.Score:0.000}</td><td class=\"n\">{suggestion.OpenProbability:P0}</td></tr>\n");
        }

        html.Append("</table>\n");
        // What is sent now as it is seen; where nothing is, what comes next.
        if ((planned.Plan.Send ?? planned.Plan.Suggestions.FirstOrDefault(suggestion => suggestion.SendAt is not null)) is { } shown)
            Show(html, new OutgoingNotification(planned.Profile, shown));
    }

    private void Show(StringBuilder html, OutgoingNotification notification)
    {
        var suggestion = notification.Suggestion;
        if (suggestion.Channel == NotificationChannel.Email)
            html.Append(CultureInfo.InvariantCulture, $"<iframe sandbox title=\"E-mail\" srcdoc=\"{WebUtility.HtmlEncode(_writer.Write(notification).Html)}\"></iframe>\n");
        else
            html.Append(CultureInfo.InvariantCulture, $"<div class=\"push\"><b>{Text(suggestion.Headline)}</b><br>{Text(suggestion.Text)}</div>\n");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
