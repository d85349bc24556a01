using System.Globalization;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Notifications.Running;
using Spectre.Console;

namespace Orleans.Personalize.Cli.Notifying;

/// <summary>Plans as a table: of each profile its suggestions, best first.</summary>
internal static class PlanTable
{
    private const int MostOfProfile = 3;

    /// <summary>When a suggestion goes out, or why it does not.</summary>
    public static string When(NotificationSuggestion suggestion) => (suggestion.SendAt, suggestion.Hold) switch
    {
        ({ }, null) => "now",
        ({ } at, { } hold) => $"{at.ToString("ddd HH:mm", CultureInfo.InvariantCulture)} ({NameOf(hold)})",
        (null, { } hold) => NameOf(hold),
        _ => string.Empty,
    };

    /// <summary>Prints it.</summary>
    public static void Print(IReadOnlyList<PlannedProfile> plans, IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Profile", "When", "How", "What", "Why");
        table.AddColumn(new TableColumn("Worth").RightAligned());
        foreach (var planned in plans)
        {
            var name = planned.Profile.Id.Value;
            foreach (var suggestion in planned.Plan.Suggestions.Take(MostOfProfile))
            {
                table.AddRow(
                    new Text(name),
                    new Text(When(suggestion)),
                    new Text(suggestion.Channel.ToString()),
                    new Text(suggestion.Headline),
                    new Text(suggestion.Reason.Text),
                    new Text(suggestion.Score.ToString("0.000", CultureInfo.InvariantCulture)));
                name = string.Empty;
            }
        }

        console.Write(table);
        console.WriteLine($"{plans.Count:N0} profiles can be reached; {plans.Count(planned => planned.Plan.Send is not null):N0} messages would go out now. Nothing was sent.");
    }

    private static string NameOf(NotificationHold hold) => hold switch
    {
        NotificationHold.NoAddress => "no address",
        NotificationHold.OptedOut => "refused",
        NotificationHold.NotWorthIt => "not worth it",
        NotificationHold.Cap => "enough sent",
        NotificationHold.QuietHours => "quiet hours",
        NotificationHold.BetterHour => "better hour",
        _ => "another first",
    };
}
