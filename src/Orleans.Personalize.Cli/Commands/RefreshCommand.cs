using System.CommandLine;
using System.Diagnostics;

namespace Orleans.Personalize.Cli.Commands;

/// <summary><c>personalize refresh</c>: lets new titles and events into the model in service without training it anew.</summary>
internal static class RefreshCommand
{
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var dataset = CommonOptions.Dataset();
        dataset.Description = "Refresh with this dataset, of which the model in service knows the earlier part, instead of the events in the data folder.";
        dataset.Required = false;
        var to = CommonOptions.To();
        to.Description = "Refresh with what the running service at this address exports, profile by profile, such as a cluster; the model goes to the data folder, which its silos follow.";
        var key = CommonOptions.ApiKey();
        var format = Importing.Format();
        var strict = CommonOptions.Strict();
        var activate = CommonOptions.Activate();
        var keep = CommonOptions.Keep();
        var seed = CommonOptions.Seed();
        var json = CommonOptions.Json();

        var command = new Command("refresh", """
            Let the titles and events that came since into the model in service, in a fraction of the time of a training, compare on the newest of
            these events, and put the new model in service when it is not worse. A service running on the folder takes it over within seconds.
            Example: personalize refresh --data ./data
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
            var document = await Training.RefreshAsync(
                events, folder, arguments.GetValue(seed), terminal, cancellationToken, arguments.GetValue(activate), Math.Max(0, arguments.GetValue(keep)));
            terminal.Result(document, document.Print);
        });
        return command;
    }
}
