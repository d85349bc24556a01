using System.Collections.Immutable;
using Orleans.CodeGeneration;
using Orleans.Concurrency;

namespace Orleans.Personalize.Grains.Experiments;

/// <summary>The side of the experiments of a tenant, which is its key, that silos hand their counts over to, each once a second at most.</summary>
/// <remarks>All calls interleave.</remarks>
[Version(1), Alias("op.IExperimentCountsGrain")]
internal interface IExperimentCountsGrain : IGrainWithStringKey
{
    /// <summary>Adds what a silo counted. What belongs to no experiment any more is dropped.</summary>
    [AlwaysInterleave, Alias("Count")]
    Task CountAsync([Immutable] ImmutableArray<CountedGroup> counted);
}
