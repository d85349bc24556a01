using System.CommandLine;
using System.Diagnostics;
using Orleans.Personalize.Cli.Events;
using Orleans.Personalize.Cli.Output;
using Orleans.Personalize.Training.Datasets;

namespace Orleans.Personalize.Cli.Commands;

/// <summary>What <c>personalize train</c> and <c>personalize refresh</c> have in common: where events come from, and what becomes of the model they end in.</summary>
internal static class FittingCommand
{
    /// <summary>Makes a model of events and tells what came of it.</summary>
    public delegate Task Fit(
        Dataset events, DirectoryInfo folder, int seed, Terminal terminal, CancellationToken cancellationToken, Activation activate, int keep);

    /// <param name="name">The command.</param>
    /// <param name="description">What it does, with an example.</param>
    /// <param name="ofDataset">What is done with <c>--dataset</c>.</param>
    /// <param name="ofService">What is done with the events of <c>--to</c>.</param>
    /// <param name="fit">Does it.</param>
    public static Command Create(string name, string description, string ofDataset, string ofService, Fit fit)
    {
        var data = CommonOptions.Data();
        var dataset = CommonOptions.Dataset();
        dataset.Description = $"{ofDataset} instead of the events in the data folder.";
        dataset.Required = false;
        var service = new EventOptions(ofService);
        var format = Importing.Format();
        var strict = CommonOptions.Strict();
        var activate = CommonOptions.Activate();
        var keep = CommonOptions.Keep();
        var seed = CommonOptions.Seed();
        var json = CommonOptions.Json();

        var command = new Command(name, description)
        {
            data, dataset, format, strict, activate, keep, seed, json,
        };
        service.AddTo(command);
        command.Runs(json, async (arguments, terminal, cancellationToken) =>
        {
            // A service on the same machine comes first.
            using (var self = Process.GetCurrentProcess())
                self.PriorityClass = ProcessPriorityClass.BelowNormal;
            var folder = arguments.GetRequiredValue(data);
            var events = arguments.GetValue(dataset) is { } source
                ? (await Importing.ReadAsync(source, arguments.GetRequiredValue(format), arguments.GetValue(strict), terminal, cancellationToken)).ToDataset()
                : await service.ReadAsync(arguments, folder, terminal, cancellationToken);
            await fit(
                events, folder, arguments.GetValue(seed), terminal, cancellationToken, arguments.GetValue(activate), Math.Max(0, arguments.GetValue(keep)));
        });
        return command;
    }
}
