using System.Collections.Frozen;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Demo.Catalogue;

/// <summary>What one calls a film or series of a genre in a sentence.</summary>
internal static class GenreNouns
{
    private static readonly FrozenDictionary<string, string> Nouns = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Drama"] = "drama",
        ["Comedy"] = "comedy",
        ["Thriller"] = "thriller",
        ["Mystery"] = "mystery",
        ["Romance"] = "romance",
        ["Fantasy"] = "fantasy",
        ["Western"] = "western",
        ["Documentary"] = "documentary",
        ["Reality"] = "show",
        ["Crime"] = "crime *",
        ["Science Fiction"] = "science-fiction *",
        ["Horror"] = "horror *",
        ["Action"] = "action *",
        ["Animation"] = "animated *",
        ["Family"] = "family *",
        ["Historical"] = "period *",
        ["War"] = "war *",
        ["Music"] = "music *",
        ["Sport"] = "sports *",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Such as "crime series" or "comedy".</summary>
    public static string Of(string genre, TitleKind kind) =>
        Nouns[genre].Replace("*", kind == TitleKind.Series ? "series" : "film", StringComparison.Ordinal);
}
