using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Orleans.Personalize.Engine;
using Orleans.Personalize.Grains.Storage;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Grains.Catalog;

/// <summary>
/// Holds in memory which id has which number, read from the parts when it is activated. Numbers are reserved durably before they are
/// used, so one that a failed write may have used is never given again. A failed write ends the activation; the next one reads afresh.
/// </summary>
internal sealed class CatalogGrain(
    [PersistentState("catalog", PersonalizeStorage.Measured)] IPersistentState<StoredCatalog> storage,
    ILogger<CatalogGrain> logger) : Grain, ICatalogGrain
{
    private readonly Dictionary<TitleId, int> _numbers = [];
    private readonly HashSet<TitleId> _present = [];
    private string _tenant = string.Empty;
    private CatalogHead _head = new(0, []);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _tenant = this.GetPrimaryKeyString();
        var indexes = await Task.WhenAll(Enumerable.Range(0, CatalogShards.Count(storage.State.Numbers)).Select(shard => Shard(shard).GetIndexAsync()));
        for (var shard = 0; shard < indexes.Length; shard++)
        {
            for (var slot = 0; slot < indexes[shard].Ids.Length; slot++)
            {
                if (indexes[shard].Ids[slot] is not { } id)
                    continue;
                _numbers[new TitleId(id)] = (shard * CatalogShards.Size) + slot;
                if (indexes[shard].Present[slot])
                    _present.Add(new TitleId(id));
            }
        }

        _head = HeadOf(indexes.Select(index => index.Version));
    }

    async Task<CatalogWrite> ICatalogGrain.PutAsync(ImmutableArray<Title> titles)
    {
        ImmutableArray<TitleWriteResult> results = [.. titles.Select(Check)];
        await WriteAsync([.. titles.Where((_, i) => results[i].Accepted)]);
        return new CatalogWrite(_head.Version, results);
    }

    async Task<CatalogWrite> ICatalogGrain.RemoveAsync(TitleId title)
    {
        var result = new TitleWriteResult { Id = title, Accepted = _present.Contains(title) };
        if (result.Accepted)
        {
            await WriteAsync([new CatalogEntry(_numbers[title], title, null)]);
            _present.Remove(title);
        }

        return new CatalogWrite(_head.Version, [result]);
    }

    Task<long> ICatalogGrain.GetVersionAsync() => Task.FromResult(_head.Version);

    Task<CatalogHead> ICatalogGrain.GetHeadAsync() => Task.FromResult(_head);

    private static TitleWriteResult Check(Title? title)
    {
        if (title is null)
            return new TitleWriteResult { Accepted = false, Field = "title", Reason = "is missing" };
        var problem = PersonalizationEngine.Check(title);
        TitleId? id = title.Id.Value is null ? null : title.Id;
        return new TitleWriteResult { Id = id, Accepted = problem is null, Field = problem?.Field, Reason = problem?.Reason };
    }

    private async Task WriteAsync(ImmutableArray<Title> titles)
    {
        var added = titles.Select(title => title.Id).Where(id => !_numbers.ContainsKey(id)).Distinct().ToArray();
        await ReserveAsync(added);
        await WriteAsync([.. titles.Select(title => new CatalogEntry(_numbers[title.Id], title.Id, title))]);
        _present.UnionWith(titles.Select(title => title.Id));
    }

    private async Task ReserveAsync(TitleId[] added)
    {
        if (added.Length == 0)
            return;
        var first = storage.State.Numbers;
        storage.State.Numbers += added.Length;
        await OrStartAfreshAsync(storage.WriteStateAsync());
        for (var i = 0; i < added.Length; i++)
            _numbers[added[i]] = first + i;
    }

    private async Task WriteAsync(ImmutableArray<CatalogEntry> entries)
    {
        var versions = new long[CatalogShards.Count(storage.State.Numbers)];
        _head.ShardVersions.CopyTo(versions);
        await OrStartAfreshAsync(Task.WhenAll(entries
            .GroupBy(entry => CatalogShards.Of(entry.Number))
            .Select(async shard => versions[shard.Key] = await Shard(shard.Key).PutAsync([.. shard]))));
        _head = HeadOf(versions);
    }

    private async Task OrStartAfreshAsync(Task write)
    {
        try
        {
            await write;
        }
        catch (Exception error)
        {
            StorageLog.WriteFailed(logger, this.GetGrainId(), $"{error.GetType().Name}: {error.Message}");
            DeactivateOnIdle();
            throw new UnavailableException("the catalogue could not be written", error);
        }
    }

    private ICatalogShardGrain Shard(int shard) => GrainFactory.GetGrain<ICatalogShardGrain>(CatalogShards.Key(_tenant, shard));

    private static CatalogHead HeadOf(IEnumerable<long> versions)
    {
        ImmutableArray<long> shards = [.. versions];
        return new CatalogHead(shards.Sum(), shards);
    }
}
