using System.Collections.Frozen;

namespace Orleans.Personalize.Engine.Pages.MicroGenres;

/// <summary>What is said of titles from a country (ISO 3166-1 alpha-2), and from countries that are thought of together.</summary>
internal static class RegionWords
{
    /// <summary>Adjectives of countries.</summary>
    public static FrozenDictionary<string, string> Countries { get; } = Read(
        "AR Argentine|AT Austrian|AU Australian|BE Belgian|BG Bulgarian|BR Brazilian|CA Canadian|CH Swiss|CL Chilean|CN Chinese|CO Colombian|"
        + "CU Cuban|CZ Czech|DE German|DK Danish|EE Estonian|EG Egyptian|ES Spanish|FI Finnish|FR French|GB British|GR Greek|HK Hong Kong|HR Croatian|"
        + "HU Hungarian|ID Indonesian|IE Irish|IL Israeli|IN Indian|IR Iranian|IS Icelandic|IT Italian|JP Japanese|KE Kenyan|KR Korean|LT Lithuanian|"
        + "LV Latvian|MA Moroccan|MX Mexican|MY Malaysian|NG Nigerian|NL Dutch|NO Norwegian|NZ New Zealand|PE Peruvian|PH Filipino|PK Pakistani|"
        + "PL Polish|PT Portuguese|RO Romanian|RS Serbian|RU Russian|SE Swedish|SG Singaporean|SI Slovenian|SK Slovak|TH Thai|TR Turkish|TW Taiwanese|"
        + "UA Ukrainian|US American|UY Uruguayan|VN Vietnamese|ZA South African");

    /// <summary>Adjectives of regions, with their countries.</summary>
    public static (string Adjective, string[] Countries)[] Groups { get; } =
    [
        ("Scandinavian", ["DK", "NO", "SE"]),
        ("Nordic", ["DK", "FI", "IS", "NO", "SE"]),
        ("Latin American", ["AR", "BR", "CL", "CO", "CU", "MX", "PE", "UY"]),
        ("East Asian", ["CN", "HK", "JP", "KR", "TW"]),
        ("Southeast Asian", ["ID", "MY", "PH", "SG", "TH", "VN"]),
        ("Eastern European", ["BG", "CZ", "HU", "PL", "RO", "RS", "SK", "UA"]),
        ("Middle Eastern", ["EG", "IL", "IR", "TR"]),
        ("African", ["EG", "KE", "MA", "NG", "ZA"]),
    ];

    private static FrozenDictionary<string, string> Read(string words) =>
        words.Split('|').ToFrozenDictionary(entry => entry[..2], entry => entry[3..], StringComparer.OrdinalIgnoreCase);
}
