using Orleans.Personalize.Search;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Gateway.Requests;

/// <summary>The parameters of a search.</summary>
internal static class SearchParameters
{
    private const int LongestQuery = 200;
    private const string Expectation = "must be 1 to 200 characters, not only blanks, without control characters";

    private static readonly SearchRequest Searching = new() { Profile = default, Query = "" };

    public static readonly TextParameter Query = new(
        "q", LongestQuery, null, Expectation, "What was typed so far. Its last word may be unfinished unless a blank follows it; what stands in quotes must stand so. Required.");

    public static readonly NumberParameter Count = new("count", 1, 100, Searching.Count, "How many titles at most.");

    public static readonly TextParameter Kind = new("kind", 6, "^(film|series)$", "must be film or series", "Films only or series only; both when left out.");

    /// <summary>What was typed.</summary>
    /// <exception cref="InvalidRequestException">It is missing, blank, or too long.</exception>
    public static string ReadQuery(HttpContext context) =>
        Query.Read(context) is { } query && !string.IsNullOrWhiteSpace(query) ? query : throw new InvalidRequestException(Query.Name, Expectation);

    /// <summary>Films or series only; null for both.</summary>
    public static TitleKind? ReadKind(HttpContext context) => Kind.Read(context) switch
    {
        null => null,
        "film" => TitleKind.Film,
        _ => TitleKind.Series,
    };
}
