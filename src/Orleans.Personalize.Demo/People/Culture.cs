namespace Orleans.Personalize.Demo.People;

/// <summary>Where people of some countries take their names from.</summary>
internal sealed record Culture
{
    private static readonly Lazy<Culture[]> Loaded = new(() => EmbeddedJson.Read<Culture>("names.json"));

    /// <summary>ISO 3166-1 alpha-2 countries.</summary>
    public required string[] Countries { get; init; }

    public required string[] Women { get; init; }

    public required string[] Men { get; init; }

    public required string[] Families { get; init; }

    /// <summary>The culture of a country.</summary>
    public static Culture Of(string country) => Loaded.Value.First(culture => culture.Countries.Contains(country, StringComparer.Ordinal));
}
