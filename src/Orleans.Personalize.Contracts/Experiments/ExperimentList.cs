using System.Collections.Immutable;

namespace Orleans.Personalize.Experiments;

/// <summary>All experiments of a service.</summary>
[GenerateSerializer, Immutable, Alias("op.ExperimentList")]
public sealed record ExperimentList
{
    /// <summary>The most experiments there can be.</summary>
    public const int MaxExperiments = 100;

    /// <summary>The experiments in the ordinal order of their ids; also those that are not started or have ended.</summary>
    [Id(0)]
    public required ImmutableArray<Experiment> Experiments { get; init; }
}
