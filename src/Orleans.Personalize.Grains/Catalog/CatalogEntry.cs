using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Grains.Catalog;

/// <summary>A title and its number.</summary>
/// <param name="Number">The number, given once.</param>
/// <param name="Id">The id that the number belongs to.</param>
/// <param name="Title">Null where the title was removed.</param>
[GenerateSerializer, Immutable, Alias("op.CatalogEntry")]
internal sealed record CatalogEntry([property: Id(0)] int Number, [property: Id(1)] TitleId Id, [property: Id(2)] Title? Title);
