using System.Collections.Immutable;
using System.Text.Json;
using Orleans.Personalize.Grains.Storage;
using Orleans.Personalize.Json;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Grains.Catalog;

/// <summary>Holds its titles as JSON, the form in which they are stored. A failed write ends the activation; the next one reads afresh.</summary>
internal sealed class CatalogShardGrain(
    [PersistentState("titles", PersonalizeStorage.Measured)] IPersistentState<StoredShard> storage) : Grain, ICatalogShardGrain
{
    private int _first;
    private StoredShard _durable = new();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _first = int.Parse(GrainKey.Parse(this.GetPrimaryKeyString()).Id) * CatalogShards.Size;
        _durable = storage.State;
        return Task.CompletedTask;
    }

    async Task<long> ICatalogShardGrain.PutAsync(ImmutableArray<CatalogEntry> entries)
    {
        var next = new StoredShard { Version = _durable.Version + 1, Ids = [.. _durable.Ids], Titles = [.. _durable.Titles] };
        var changed = false;
        foreach (var entry in entries)
            changed |= Put(next, entry);
        if (!changed)
            return _durable.Version;

        storage.State = next;
        try
        {
            await storage.WriteStateAsync();
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }

        _durable = next;
        return next.Version;
    }

    Task<ImmutableArray<CatalogEntry>> ICatalogShardGrain.GetAsync()
    {
        var entries = ImmutableArray.CreateBuilder<CatalogEntry>(_durable.Ids.Count);
        for (var slot = 0; slot < _durable.Ids.Count; slot++)
        {
            if (_durable.Ids[slot] is { } id)
                entries.Add(new CatalogEntry(_first + slot, new TitleId(id), Read(_durable.Titles[slot])));
        }

        return Task.FromResult(entries.DrainToImmutable());
    }

    Task<CatalogShardIndex> ICatalogShardGrain.GetIndexAsync() =>
        Task.FromResult(new CatalogShardIndex(_durable.Version, [.. _durable.Ids], [.. _durable.Titles.Select(title => title is not null)]));

    private bool Put(StoredShard shard, CatalogEntry entry)
    {
        var slot = entry.Number - _first;
        while (shard.Ids.Count <= slot)
        {
            shard.Ids.Add(null);
            shard.Titles.Add(null);
        }

        var json = entry.Title is null ? null : JsonSerializer.Serialize(entry.Title, PersonalizeJson.Options);
        if (shard.Ids[slot] is not null && string.Equals(shard.Titles[slot], json, StringComparison.Ordinal))
            return false;
        shard.Ids[slot] = entry.Id.Value;
        shard.Titles[slot] = json;
        return true;
    }

    private static Title? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<Title>(json, PersonalizeJson.Options);
}
