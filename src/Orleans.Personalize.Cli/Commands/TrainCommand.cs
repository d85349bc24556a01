using System.CommandLine;
using System.Diagnostics;

namespace Orleans.Personalize.Cli.Commands;

/// <summary><c>personalize train</c>: trains a model, compares it with the one in service, and puts it in service.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var dataset = CommonOptions.Dataset();
        dataset.Description = "Train on this dataset instead of the events in the data folder.";
        dataset.Required = false;
        var to = CommonOptions.To();
        to.Description = "Train on what the running service at this address exports, profile by profile, such as a cluster; the model goes to the data folder, which its silos follow.";
        var key = CommonOptions.ApiKey();
        var format = Importing.Format();
        var strict = CommonOptions.Strict();
        var activate = CommonOptions.Activate();
        var keep = CommonOptions.Keep();
        var seed = CommonOptions.Seed();
        var json = CommonOptions.Json();

        var command = new Command("train", """
            Train a model on the events of a data folder, or on a dataset, compare it with the one in service on held-out events, and put it in
            service when it is not worse. A service running on the folder goes on meanwhile and takes the model over by itself within seconds. A
            training of the same events that was stopped goes on where it was.
            Example: personalize train --data ./data
            """)
        {
            data, dataset, to, key, format, strict, activate, keep, seed, json,
        };
        command.Runs(json, async (arguments, terminal, cancellationToken) =>
        {
            // A service on the same machine comes first.
            using (var self = Process.GetCurrentProcess())
                self.PriorityClass = ProcessPriorityClass.BelowNormal;
            var folder = arguments.GetRequiredValue(data);
            var events = arguments.GetValue(dataset) is { } source
                ? (await Importing.ReadAsync(source, arguments.GetRequiredValue(format), arguments.GetValue(strict), terminal, cancellationToken)).ToDataset()
                : await LiveEvents.ReadAsync(arguments.GetValue(to), arguments.GetValue(key), folder, terminal, cancellationToken);
            var document = await Training.PublishAsync(
                events, folder, arguments.GetValue(seed), terminal, cancellationToken, arguments.GetValue(activate), Math.Max(0, arguments.GetValue(keep)));
            terminal.Result(document, document.Print);
        });
        return command;
    }
}
