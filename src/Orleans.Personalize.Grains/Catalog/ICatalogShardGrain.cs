using System.Collections.Immutable;
using Orleans.CodeGeneration;
using Orleans.Concurrency;

namespace Orleans.Personalize.Grains.Catalog;

/// <summary>
/// Keeps the titles of <see cref="CatalogShards.Size"/> successive numbers; the key is <see cref="CatalogShards.Key"/>. Written by the
/// catalogue grain only, read by the replica of every silo.
/// </summary>
/// <remarks>Writes are made one after the other; reads interleave with them and see only what is durable.</remarks>
[Version(1), Alias("op.ICatalogShardGrain")]
internal interface ICatalogShardGrain : IGrainWithStringKey
{
    /// <summary>Puts titles at their numbers.</summary>
    /// <returns>How often this part was written: the same as before where nothing is new.</returns>
    [Alias("Put")]
    Task<long> PutAsync([Immutable] ImmutableArray<CatalogEntry> entries);

    /// <summary>The titles, and the ids of removed ones.</summary>
    [AlwaysInterleave, ReadOnly, Alias("Get")]
    Task<ImmutableArray<CatalogEntry>> GetAsync();

    /// <summary>Which ids have which numbers, without the titles.</summary>
    [AlwaysInterleave, ReadOnly, Alias("GetIndex")]
    Task<CatalogShardIndex> GetIndexAsync();
}
