using System.Collections.Immutable;
using Orleans.Personalize.EventLogs;
using Orleans.Personalize.Events;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Cli.Events;

/// <summary>The event log of a cluster.</summary>
/// <param name="place">The folder or container.</param>
/// <param name="connection">The storage account, where the place is a container of it.</param>
/// <param name="tenant">Whose events.</param>
internal sealed class ClusterEvents(string place, string? connection, string tenant) : IEventSource
{
    public string Name => tenant;

    public async Task<(ImmutableArray<Title> Titles, List<ProfileEvent> Events)> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var reader = new EventLogReader(LogStores.Open(place, connection), tenant);
            var titles = await reader.ReadTitlesAsync(cancellationToken);
            if (titles.IsEmpty)
                throw new CommandFailedException($"there are no titles of '{tenant}' in the log yet; silos write them there once a minute");
            var events = new List<ProfileEvent>();
            await foreach (var profileEvent in reader.ReadEventsAsync(cancellationToken))
                events.Add(profileEvent);
            return (titles, events);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or ArgumentException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"the log cannot be read: {failure.Message}", failure);
        }
    }
}
