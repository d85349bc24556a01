using System.Collections.Frozen;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Pages.MicroGenres;

/// <summary>
/// Names micro-genres as people would: <c>[mood] [region] noun [trait] [decade]</c>, such as "Dark Scandinavian crime series" or "Feel-good
/// comedies with a strong female lead". In English, opinion stands before origin, origin before purpose, and the rest follows the noun.
/// </summary>
internal static class Headings
{
    // Genres that are nouns of their own: one, and many.
    private static readonly FrozenDictionary<string, (string One, string Many)> Nouns = new Dictionary<string, (string, string)>(StringComparer.OrdinalIgnoreCase)
    {
        ["Comedy"] = ("comedy", "comedies"),
        ["Documentary"] = ("documentary", "documentaries"),
        ["Drama"] = ("drama", "dramas"),
        ["Musical"] = ("musical", "musicals"),
        ["Mystery"] = ("mystery", "mysteries"),
        ["Romance"] = ("romance", "romances"),
        ["Thriller"] = ("thriller", "thrillers"),
        ["Western"] = ("western", "westerns"),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Genres that are said otherwise before "films" or "series".
    private static readonly FrozenDictionary<string, string> Attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Animation"] = "animated",
        ["Children"] = "children's",
        ["Film-Noir"] = "noir",
        ["Historical"] = "period",
        ["History"] = "history",
        ["IMAX"] = "IMAX",
        ["Kids"] = "children's",
        ["Sci-Fi"] = "science-fiction",
        ["Science Fiction"] = "science-fiction",
        ["Sport"] = "sports",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>A heading.</summary>
    /// <param name="genre">The genre's name.</param>
    /// <param name="kind">What all of its titles are; null where there are films and series.</param>
    /// <param name="isKindToldApart">Whether the row is only about that kind although the genre has both.</param>
    /// <param name="marks">Its marks in the order of their kinds.</param>
    public static string Of(string genre, TitleKind? kind, bool isKindToldApart, IEnumerable<Mark> marks)
    {
        var noun = NounOf(genre, kind, isKindToldApart);
        var before = marks.Where(mark => mark.Kind is MarkKind.Mood or MarkKind.Region).Select(mark => mark.Words);
        var after = marks.Where(mark => mark.Kind is MarkKind.Trait or MarkKind.Decade).Select(mark => mark.Words);
        var words = string.Join(' ', [.. before, noun, .. after]);
        return $"{char.ToUpperInvariant(words[0])}{words[1..]}";
    }

    private static string NounOf(string genre, TitleKind? kind, bool isKindToldApart)
    {
        if (Nouns.TryGetValue(genre, out var noun))
            return kind == TitleKind.Series ? $"{noun.One} series" : isKindToldApart ? $"{noun.One} films" : noun.Many;
        var attribute = Attributes.GetValueOrDefault(genre) ?? genre.ToLowerInvariant();
        if (attribute == "reality") return "reality shows";
        return kind switch
        {
            TitleKind.Film => $"{attribute} films",
            TitleKind.Series => $"{attribute} series",
            _ => $"{attribute} films and series",
        };
    }
}
