using System.Collections.Immutable;

namespace Orleans.Personalize.Experiments;

/// <summary>One of the ways that an experiment tries.</summary>
[GenerateSerializer, Immutable, Alias("op.ExperimentArm")]
public sealed record ExperimentArm
{
    /// <summary>Names the arm within its experiment: 1 to 64 characters without '/' and control characters.</summary>
    [Id(0)]
    public required string Name { get; init; }

    /// <summary>The share of all profiles that is in it, above 0 to 1.</summary>
    [Id(1)]
    public required double Share { get; init; }

    /// <summary>What it changes: figures by the names of the options that are listed; nothing where empty.</summary>
    [Id(2)]
    public ImmutableSortedDictionary<string, double> Options { get; init; } = ImmutableSortedDictionary<string, double>.Empty;
}
