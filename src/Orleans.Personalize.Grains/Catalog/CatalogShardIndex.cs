using System.Collections.Immutable;

namespace Orleans.Personalize.Grains.Catalog;

/// <summary>What a part of the catalogue contains.</summary>
/// <param name="Version">How often the part was written.</param>
/// <param name="Ids">The id of each of its numbers in order; null for a number that was never used.</param>
/// <param name="Present">For each of its numbers, whether the title is there.</param>
[GenerateSerializer, Immutable, Alias("op.CatalogShardIndex")]
internal sealed record CatalogShardIndex(
    [property: Id(0)] long Version,
    [property: Id(1)] ImmutableArray<string?> Ids,
    [property: Id(2)] ImmutableArray<bool> Present);
