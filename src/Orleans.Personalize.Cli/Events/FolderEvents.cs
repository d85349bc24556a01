using System.Collections.Immutable;
using Orleans.Personalize.Embedded;
using Orleans.Personalize.Events;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Cli.Events;

/// <summary>The log of a data folder of the embedded host.</summary>
internal sealed class FolderEvents(DirectoryInfo folder) : IEventSource
{
    public string Name => folder.Name;

    public async Task<(ImmutableArray<Title> Titles, List<ProfileEvent> Events)> ReadAsync(CancellationToken cancellationToken)
    {
        if (!DataFolder.HasData(folder))
        {
            throw new CommandFailedException(
                $"there are no data in {folder.FullName}; name the folder with --data, a cluster's log with --log, a running service with --to or a dataset with --dataset");
        }

        try
        {
            var log = new EventLog(folder.FullName);
            var catalog = log.ReadCatalog();
            var events = new List<ProfileEvent>();
            await foreach (var profileEvent in log.ReadEventsAsync(cancellationToken))
                events.Add(profileEvent);
            return ([.. Enumerable.Range(0, catalog.Count).Select(number => catalog[number]).OfType<Title>()], events);
        }
        catch (DataFolderException failure)
        {
            throw new CommandFailedException(failure.Message, failure);
        }
    }
}
