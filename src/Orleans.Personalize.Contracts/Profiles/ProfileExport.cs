using System.Collections.Immutable;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Profiles;

/// <summary>Everything kept about one person's profile.</summary>
[GenerateSerializer, Immutable, Alias("op.ProfileExport")]
public sealed record ProfileExport
{
    /// <summary>What is set.</summary>
    [Id(0)]
    public required ProfileSettings Settings { get; init; }

    /// <summary>Every event kept, oldest first.</summary>
    [Id(1)]
    public required ImmutableArray<ProfileEvent> Events { get; init; }

    /// <summary>What was learnt, in readable form.</summary>
    [Id(2)]
    public required LearntTaste Taste { get; init; }

    /// <summary>When the export was made.</summary>
    [Id(3)]
    public required DateTimeOffset ExportedAt { get; init; }
}
