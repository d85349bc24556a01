using System.Collections.Immutable;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Grains.Catalog;

/// <summary>What became of a change of the catalogue.</summary>
/// <param name="Version">The version that contains the change; whoever reads at this version or later sees it.</param>
/// <param name="Results">One result for each title, in the same order.</param>
[GenerateSerializer, Immutable, Alias("op.CatalogWrite")]
public sealed record CatalogWrite([property: Id(0)] long Version, [property: Id(1)] ImmutableArray<TitleWriteResult> Results);
