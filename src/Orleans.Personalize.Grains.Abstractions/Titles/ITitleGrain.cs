using Orleans.CodeGeneration;
using Orleans.Concurrency;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Grains.Titles;

/// <summary>
/// One title: what the catalogue knows of it and the live counts that only it owns. The key is <see cref="GrainKey"/>.
/// </summary>
/// <remarks>All calls interleave and change nothing.</remarks>
[Version(1), Alias("op.ITitleGrain")]
public interface ITitleGrain : IGrainWithStringKey
{
    /// <summary>What the catalogue knows of it.</summary>
    /// <param name="catalogVersion">The answer comes from this version of the catalogue or a later one.</param>
    [AlwaysInterleave, ReadOnly, Alias("Get")]
    Task<Title> GetAsync(long catalogVersion);

    /// <summary>The counts it owns, valued at this moment.</summary>
    [AlwaysInterleave, ReadOnly, Alias("GetLiveCounts")]
    Task<TitleLiveCounts> GetLiveCountsAsync();
}
