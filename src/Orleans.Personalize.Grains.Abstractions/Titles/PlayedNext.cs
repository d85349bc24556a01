namespace Orleans.Personalize.Grains.Titles;

/// <summary>A title that is played next after another.</summary>
/// <param name="Title">The title that is played next.</param>
/// <param name="Count">How often, decayed.</param>
[GenerateSerializer, Immutable, Alias("op.PlayedNext")]
public sealed record PlayedNext([property: Id(0)] TitleId Title, [property: Id(1)] double Count);
