using System.Collections.Frozen;

namespace Orleans.Personalize.Demo.Catalogue;

/// <summary>The language that films of a country are made in.</summary>
internal static class Languages
{
    private static readonly FrozenDictionary<string, string> ByCountry = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AR"] = "es",
        ["BR"] = "pt",
        ["CN"] = "zh",
        ["CR"] = "es",
        ["DE"] = "de",
        ["DK"] = "da",
        ["ES"] = "es",
        ["FI"] = "fi",
        ["FR"] = "fr",
        ["HK"] = "zh",
        ["ID"] = "id",
        ["IL"] = "he",
        ["IN"] = "hi",
        ["IR"] = "fa",
        ["IS"] = "is",
        ["IT"] = "it",
        ["JP"] = "ja",
        ["KR"] = "ko",
        ["MX"] = "es",
        ["NL"] = "nl",
        ["NO"] = "nb",
        ["PL"] = "pl",
        ["RU"] = "ru",
        ["SE"] = "sv",
        ["TR"] = "tr",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>An IETF language; English where nothing else is known.</summary>
    public static string Of(string country) => ByCountry.GetValueOrDefault(country, "en");
}
