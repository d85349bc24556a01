using System.Collections.Immutable;
using Orleans.Personalize.Grains.Catalog;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Grains.Similarity;

/// <summary>
/// A silo's copy of a tenant's catalogue: asks for the version, then for those parts only that were written since. One caller at a time.
/// </summary>
/// <param name="tenant">Whose catalogue.</param>
/// <param name="grains">Reaches its grains.</param>
internal sealed class CatalogReplica(string tenant, IGrainFactory grains)
{
    private readonly ParallelOptions _loading = new() { MaxDegreeOfParallelism = 16 };
    private Engine.Titles.Catalog? _catalog;
    private ImmutableArray<long> _shardVersions = [];

    /// <summary>The catalogue as it is now; the same object where nothing changed.</summary>
    public async Task<Engine.Titles.Catalog> RefreshAsync()
    {
        var owner = grains.GetGrain<ICatalogGrain>(tenant);
        if (_catalog is not null && await owner.GetVersionAsync() == _catalog.Version)
            return _catalog;

        var head = await owner.GetHeadAsync();
        var titles = new Title?[head.ShardVersions.Length * CatalogShards.Size];
        for (var number = 0; number < (_catalog?.Count ?? 0); number++)
            titles[number] = _catalog![number];
        var changed = Enumerable.Range(0, head.ShardVersions.Length)
            .Where(shard => shard >= _shardVersions.Length || _shardVersions[shard] != head.ShardVersions[shard]);
        await Parallel.ForEachAsync(changed, _loading, async (shard, _) => await CopyAsync(shard, titles));

        var count = Array.FindLastIndex(titles, title => title is not null) + 1;
        _catalog = new Engine.Titles.Catalog([.. titles.AsSpan(0, count)], head.Version);
        _shardVersions = head.ShardVersions;
        return _catalog;
    }

    private async Task CopyAsync(int shard, Title?[] titles)
    {
        foreach (var entry in await grains.GetGrain<ICatalogShardGrain>(CatalogShards.Key(tenant, shard)).GetAsync())
            titles[entry.Number] = entry.Title;
    }
}
