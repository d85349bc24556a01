using System.Collections.Immutable;
using Orleans.Personalize.Experiments;

namespace Orleans.Personalize.Grains.Experiments;

/// <summary>The experiments of a tenant at some version.</summary>
/// <param name="Version">Grows with every change.</param>
/// <param name="Experiments">The experiments; null where the asker has them already.</param>
[GenerateSerializer, Immutable, Alias("op.ExperimentChanges")]
public sealed record ExperimentChanges([property: Id(0)] long Version, [property: Id(1)] ImmutableArray<Experiment>? Experiments);
