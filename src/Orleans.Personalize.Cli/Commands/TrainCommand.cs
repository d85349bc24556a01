using System.Collections.Immutable;
using System.CommandLine;
using Orleans.Personalize.Cli.Output;
using Orleans.Personalize.Embedded;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Titles;
using Orleans.Personalize.Training.Datasets;

namespace Orleans.Personalize.Cli.Commands;

/// <summary><c>personalize train</c>: trains a model and puts it in service.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var dataset = CommonOptions.Dataset();
        dataset.Description = "Train on this dataset instead of the events in the data folder.";
        dataset.Required = false;
        var format = Importing.Format();
        var strict = CommonOptions.Strict();
        var seed = CommonOptions.Seed();
        var json = CommonOptions.Json();

        var command = new Command("train", """
            Train a model on the events of a data folder, or on a dataset, and put it in service. A service running on the folder takes
            it over by itself within seconds.
            Example: personalize train --data ./data
            """)
        {
            data, dataset, format, strict, seed, json,
        };
        command.Runs(json, async (arguments, terminal, cancellationToken) =>
        {
            var folder = arguments.GetRequiredValue(data);
            var events = arguments.GetValue(dataset) is { } source
                ? (await Importing.ReadAsync(source, arguments.GetRequiredValue(format), arguments.GetValue(strict), terminal, cancellationToken)).ToDataset()
                : await ReadLogAsync(folder, terminal, cancellationToken);
            var info = await Training.PublishAsync(events, folder, arguments.GetValue(seed), terminal, cancellationToken);
            terminal.Result(info, console => Training.Print(info, console));
        });
        return command;
    }

    private static async Task<Dataset> ReadLogAsync(DirectoryInfo folder, Terminal terminal, CancellationToken cancellationToken)
    {
        if (!DataFolder.HasData(folder))
            throw new CommandFailedException($"there are no data in {folder.FullName}; name the folder with --data or a dataset with --dataset");
        try
        {
            var log = new EventLog(folder.FullName);
            var catalog = log.ReadCatalog();
            var events = new List<ProfileEvent>();
            await foreach (var profileEvent in log.ReadEventsAsync(cancellationToken))
                events.Add(profileEvent);
            terminal.Say($"{events.Count:N0} events on {catalog.Present:N0} titles");
            return DatasetBuilder.Build(folder.Name, TitlesOf(catalog), [], events);
        }
        catch (DataFolderException failure)
        {
            throw new CommandFailedException(failure.Message, failure);
        }
    }

    private static ImmutableArray<Title> TitlesOf(Catalog catalog) =>
        [.. Enumerable.Range(0, catalog.Count).Select(number => catalog[number]).OfType<Title>()];
}
