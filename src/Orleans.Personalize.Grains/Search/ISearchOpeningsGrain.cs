using System.Collections.Immutable;
using Orleans.CodeGeneration;
using Orleans.Concurrency;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Grains.Search;

/// <summary>Owns which titles were opened after the searches of one part. The key is the tenant and the part's number.</summary>
/// <remarks>All calls interleave.</remarks>
[Version(1), Alias("op.ISearchOpeningsGrain")]
internal interface ISearchOpeningsGrain : IGrainWithStringKey
{
    /// <summary>Counts openings, added up by a silo. Counts are saved some time later, not before it returns.</summary>
    [AlwaysInterleave, Alias("Count")]
    Task CountAsync([Immutable] ImmutableArray<TitleOutcome> outcomes);

    /// <summary>The openings, as the engine encodes them; empty before the first.</summary>
    [AlwaysInterleave, ReadOnly, Alias("Get")]
    Task<byte[]> GetAsync();
}
