using System.Collections.Immutable;
using Orleans.CodeGeneration;
using Orleans.Concurrency;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Grains.Trending;

/// <summary>Decayed plays of all titles of a tenant, which is its key. Called by each silo once a second, whatever is played.</summary>
/// <remarks>All calls interleave.</remarks>
[Version(1), Alias("op.ITrendGrain")]
internal interface ITrendGrain : IGrainWithStringKey
{
    /// <summary>Counts plays, added up by a silo.</summary>
    [AlwaysInterleave, Alias("Count")]
    Task CountAsync([Immutable] ImmutableArray<TitleOutcome> plays);

    /// <summary>The plays of every title that was played since a version that was reported before; of all titles for 0.</summary>
    [AlwaysInterleave, ReadOnly, Alias("GetChanges")]
    Task<TrendReport> GetChangesAsync(long since);
}
