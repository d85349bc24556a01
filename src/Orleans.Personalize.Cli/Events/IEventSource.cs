using System.Collections.Immutable;
using Orleans.Personalize.Events;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Cli.Events;

/// <summary>Where the events and titles of a service can be read that goes on meanwhile.</summary>
internal interface IEventSource
{
    /// <summary>A short name for the dataset.</summary>
    string Name { get; }

    /// <summary>Every event, and the titles that they may be about.</summary>
    /// <exception cref="CommandFailedException">There is nothing to read, or it cannot be read.</exception>
    Task<(ImmutableArray<Title> Titles, List<ProfileEvent> Events)> ReadAsync(CancellationToken cancellationToken);
}
