using System.Collections.Immutable;
using Orleans.CodeGeneration;
using Orleans.Concurrency;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Grains.Catalog;

/// <summary>
/// The catalogue of one tenant, which is its key: gives every title its number, once and for ever, and says what changed. The titles
/// themselves are kept in parts of <see cref="CatalogShards.Size"/> numbers.
/// </summary>
/// <remarks>Changes are made one after the other; the reading calls interleave with them and see only what is durable.</remarks>
[Version(1), Alias("op.ICatalogGrain")]
public interface ICatalogGrain : IGrainWithStringKey
{
    /// <summary>Adds titles or replaces them whole; returns when the accepted ones are durable.</summary>
    [Alias("Put")]
    Task<CatalogWrite> PutAsync([Immutable] ImmutableArray<Title> titles);

    /// <summary>Takes a title out; its number stays its own.</summary>
    /// <returns>A write with one result, accepted where there was such a title.</returns>
    [Alias("Remove")]
    Task<CatalogWrite> RemoveAsync(TitleId title);

    /// <summary>The version: grows with every change.</summary>
    [AlwaysInterleave, ReadOnly, Alias("GetVersion")]
    Task<long> GetVersionAsync();

    /// <summary>The version of every part.</summary>
    [AlwaysInterleave, ReadOnly, Alias("GetHead")]
    Task<CatalogHead> GetHeadAsync();
}
