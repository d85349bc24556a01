using System.Collections.Immutable;

namespace Orleans.Personalize.Grains.Trending;

/// <summary>Plays of the titles that were played since some version.</summary>
/// <param name="Version">Grows with every count.</param>
/// <param name="Titles">int[changed]: numbers of the titles.</param>
/// <param name="Statistics">byte[changed][]: their plays, as the engine encodes them.</param>
[GenerateSerializer, Immutable, Alias("op.TrendReport")]
internal sealed record TrendReport(
    [property: Id(0)] long Version,
    [property: Id(1)] ImmutableArray<int> Titles,
    [property: Id(2)] ImmutableArray<byte[]> Statistics);
