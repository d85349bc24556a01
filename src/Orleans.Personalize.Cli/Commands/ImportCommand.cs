using System.CommandLine;
using Orleans.Personalize.Cli.Output;
using Orleans.Personalize.Cli.Targets;

namespace Orleans.Personalize.Cli.Commands;

/// <summary><c>personalize import</c>: brings a dataset into a data folder or a running service.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var dataset = CommonOptions.Dataset();
        var format = Importing.Format();
        var strict = CommonOptions.Strict();
        var data = CommonOptions.Data();
        var to = CommonOptions.To();
        var wait = CommonOptions.Wait();
        var ifEmpty = CommonOptions.IfEmpty();
        var train = CommonOptions.Train();
        var json = CommonOptions.Json();

        var command = new Command("import", """
            Import titles, profiles and events. Lines that cannot be read are reported with file, line and reason, and left out.
            Example: personalize import --dataset ml-1m --format movielens --data ./data --train
            """)
        {
            dataset, format, strict, data, to, wait, ifEmpty, train, json,
        };
        command.Runs(json, async (arguments, terminal, cancellationToken) =>
        {
            var folder = arguments.GetRequiredValue(data);
            await using var target = await TargetFactory.OpenToFillAsync(arguments.GetValue(to), folder, arguments.GetValue(wait), cancellationToken);
            var mark = new FillingMark(folder);
            if (arguments.GetValue(ifEmpty) && !mark.IsUnfinished && !await target.IsEmptyAsync(cancellationToken))
            {
                terminal.Say("There are titles and profiles already; nothing was imported.");
                return;
            }

            var imported = await Importing.ReadAsync(
                arguments.GetRequiredValue(dataset), arguments.GetRequiredValue(format), arguments.GetValue(strict), terminal, cancellationToken);
            mark.Begin();
            var report = await terminal.WithProgressAsync(progress => new Filling(target, new ProgressSteps(progress))
                .RunAsync(imported.Titles, imported.Profiles, imported.Events, imported.Events.Length, cancellationToken));
            if (arguments.GetValue(train))
                await Training.PublishAsync(imported.ToDataset(), folder, CommonOptions.DefaultSeed, terminal, cancellationToken);
            mark.Done();
            FillPrinter.Print(report, imported.IssueCount, terminal);
        });
        return command;
    }
}
