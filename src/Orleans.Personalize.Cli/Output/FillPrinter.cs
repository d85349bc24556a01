using Orleans.Personalize.Cli.Targets;
using Spectre.Console;

namespace Orleans.Personalize.Cli.Output;

/// <summary>Shows what an import or a demo brought in.</summary>
internal static class FillPrinter
{
    public static void Print(FillReport report, long unreadable, Terminal terminal) => terminal.Result(
        new
        {
            report.Titles,
            report.TitlesRefused,
            report.Profiles,
            report.Events,
            report.Duplicates,
            report.EventsRejected,
            UnreadableLines = unreadable,
            report.Reasons,
        },
        console =>
        {
            foreach (var reason in report.Reasons)
                console.WriteLine(reason);
            console.Write(new Table()
                .AddColumn("").AddColumn(new TableColumn("accepted").RightAligned()).AddColumn(new TableColumn("repeated").RightAligned()).AddColumn(new TableColumn("refused").RightAligned())
                .AddRow("titles", $"{report.Titles:N0}", "", $"{report.TitlesRefused:N0}")
                .AddRow("profiles", $"{report.Profiles:N0}", "", "")
                .AddRow("events", $"{report.Events:N0}", $"{report.Duplicates:N0}", $"{report.EventsRejected:N0}")
                .AddRow("unreadable lines", "", "", $"{unreadable:N0}"));
        });
}
