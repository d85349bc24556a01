using System.Collections.Immutable;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Training.Datasets;

/// <summary>Titles, profiles and their events, from a file format or from the event log of a service.</summary>
public sealed class Dataset
{
    /// <summary>A short name, such as the folder's.</summary>
    public required string Name { get; init; }

    /// <summary>All titles; events refer to them by index.</summary>
    public required ImmutableArray<Title> Titles { get; init; }

    /// <summary>All profiles; events refer to them by index.</summary>
    public required ImmutableArray<ProfileId> Profiles { get; init; }

    /// <summary>All events in the order that counts: the events of one profile stand in the order in which they happened.</summary>
    public required ImmutableArray<DatasetEvent> Events { get; init; }
}
