using System.Collections.Immutable;
using Orleans.Personalize.Cli.Output;
using Orleans.Personalize.Cli.Targets;
using Orleans.Personalize.Embedded;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Titles;
using Orleans.Personalize.Training.Datasets;

namespace Orleans.Personalize.Cli.Commands;

/// <summary>Reading titles and events of a service that goes on meanwhile.</summary>
internal static class LiveEvents
{
    /// <summary>Reads the log of the data folder or, where an address is given, what the service there exports.</summary>
    public static async Task<Dataset> ReadAsync(Uri? service, string? key, DirectoryInfo folder, Terminal terminal, CancellationToken cancellationToken)
    {
        var (name, titles, events) = service is null
            ? await ReadLogAsync(folder, cancellationToken)
            : await ReadServiceAsync(service, key, cancellationToken);
        terminal.Say($"{events.Count:N0} events on {titles.Length:N0} titles");
        return DatasetBuilder.Build(name, titles, [], events);
    }

    private static async Task<(string Name, ImmutableArray<Title> Titles, List<ProfileEvent> Events)> ReadLogAsync(
        DirectoryInfo folder, CancellationToken cancellationToken)
    {
        if (!DataFolder.HasData(folder))
        {
            throw new CommandFailedException(
                $"there are no data in {folder.FullName}; name the folder with --data, a running service with --to or a dataset with --dataset");
        }

        try
        {
            var log = new EventLog(folder.FullName);
            var catalog = log.ReadCatalog();
            var events = new List<ProfileEvent>();
            await foreach (var profileEvent in log.ReadEventsAsync(cancellationToken))
                events.Add(profileEvent);
            return (folder.Name, TitlesOf(catalog), events);
        }
        catch (DataFolderException failure)
        {
            throw new CommandFailedException(failure.Message, failure);
        }
    }

    private static async Task<(string Name, ImmutableArray<Title> Titles, List<ProfileEvent> Events)> ReadServiceAsync(
        Uri service, string? key, CancellationToken cancellationToken)
    {
        await using var target = new ServiceTarget(service, key);
        var events = await target.ExportAllAsync(cancellationToken);
        return (service.Host, await target.FindTitlesAsync(events, cancellationToken), events);
    }

    private static ImmutableArray<Title> TitlesOf(Catalog catalog) =>
        [.. Enumerable.Range(0, catalog.Count).Select(number => catalog[number]).OfType<Title>()];
}
