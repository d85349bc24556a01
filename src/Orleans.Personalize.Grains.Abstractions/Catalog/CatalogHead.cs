using System.Collections.Immutable;

namespace Orleans.Personalize.Grains.Catalog;

/// <summary>Says which parts of a catalogue changed.</summary>
/// <param name="Version">The catalogue's version: the sum of those of its parts.</param>
/// <param name="ShardVersions">long[parts]: how often each part was written.</param>
[GenerateSerializer, Immutable, Alias("op.CatalogHead")]
public sealed record CatalogHead([property: Id(0)] long Version, [property: Id(1)] ImmutableArray<long> ShardVersions);
