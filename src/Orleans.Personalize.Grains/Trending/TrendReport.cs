using System.Collections.Immutable;

namespace Orleans.Personalize.Grains.Trending;

/// <summary>Decayed plays of all titles.</summary>
/// <param name="Version">Grows with every count.</param>
/// <param name="AsOf">The moment they are valued at.</param>
/// <param name="Plays">float[titles] by title number.</param>
[GenerateSerializer, Immutable, Alias("op.TrendReport")]
internal sealed record TrendReport(
    [property: Id(0)] long Version,
    [property: Id(1)] DateTimeOffset AsOf,
    [property: Id(2)] ImmutableArray<float> Plays);
