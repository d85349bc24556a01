using System.Collections.Immutable;

namespace Orleans.Personalize.Grains.Titles;

/// <summary>What every event changes about a title, valued at one moment.</summary>
[GenerateSerializer, Immutable, Alias("op.TitleLiveCounts")]
public sealed record TitleLiveCounts
{
    /// <summary>Decayed plays; 1 is one full play just now.</summary>
    [Id(0)]
    public required double Plays { get; init; }

    /// <summary>What is played next after it, most often first.</summary>
    [Id(1)]
    public required ImmutableArray<PlayedNext> PlayedNext { get; init; }
}
