using System.Collections.Immutable;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Grains.Serialization;

/// <summary>The wire form of <see cref="PlayNextCounts"/>, which knows nothing of Orleans.</summary>
[GenerateSerializer, Immutable, Alias("op.PlayNextCounts")]
internal struct PlayNextCountsSurrogate
{
    [Id(0)]
    public int Title;

    [Id(1)]
    public ImmutableArray<(int Title, float Count)> Next;
}
