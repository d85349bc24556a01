namespace Orleans.Personalize.Demo.Households;

/// <summary>What all histories of a world share.</summary>
/// <param name="Seed">The world's seed.</param>
/// <param name="Titles">The titles and what they have in common.</param>
/// <param name="Buzz">What is talked about, day by day.</param>
/// <param name="FirstDay">Midnight (UTC) of the first day.</param>
/// <param name="Days">How many days.</param>
/// <param name="Now">When the histories end.</param>
internal sealed record World(int Seed, TitleFeatures Titles, Buzz Buzz, DateTimeOffset FirstDay, int Days, DateTimeOffset Now);
