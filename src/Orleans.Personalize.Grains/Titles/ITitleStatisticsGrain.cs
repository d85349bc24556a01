using System.Collections.Immutable;
using Orleans.CodeGeneration;
using Orleans.Concurrency;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Grains.Titles;

/// <summary>What silos say to the grain of a title, and ask it. The key is that of <see cref="ITitleGrain"/>, and so is the grain.</summary>
/// <remarks>All calls interleave.</remarks>
[Version(1), Alias("op.ITitleStatisticsGrain")]
internal interface ITitleStatisticsGrain : IGrainWithStringKey
{
    /// <summary>Counts what happened to the title, added up by a silo. Counts are saved some time later, not before it returns.</summary>
    [AlwaysInterleave, Alias("Count")]
    Task CountAsync([Immutable] ImmutableArray<TitleOutcome> outcomes);

    /// <summary>What is played next after it.</summary>
    /// <param name="number">Its own number.</param>
    [AlwaysInterleave, ReadOnly, Alias("GetPlayNext")]
    Task<PlayNextCounts> GetPlayNextAsync(int number);
}
