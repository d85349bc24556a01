using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Cli.Benching;

/// <summary>
/// What members type: names of titles, people and genres letter by letter, names with a slip, words that lead nowhere, and a description.
/// </summary>
internal static class SearchQueries
{
    private const int Names = 8;

    /// <summary>The queries for a catalogue, the same for the same catalogue.</summary>
    public static IEnumerable<string> In(Catalog catalog)
    {
        Title[] titles = [.. Enumerable.Range(0, Names).Select(i => catalog[i * catalog.Count / Names]!)];
        return titles.SelectMany(title => Typed(title.Name))
            .Concat(titles.SelectMany(title => title.People.IsDefaultOrEmpty ? [] : Typed(title.People[0].Name)))
            .Concat(titles.SelectMany(title => title.Genres.IsDefaultOrEmpty ? [] : Typed(title.Genres[0])))
            .Concat(titles.Select(title => Slipped(title.Name)))
            .Concat(["xqzvw", "a story about somebody who comes back to the house by the sea"]);
    }

    private static IEnumerable<string> Typed(string text) => Enumerable.Range(1, text.Length).Select(length => text[..length]).Where(part => part.Trim().Length > 0);

    private static string Slipped(string text) => text.Length < 6 ? text : text[..3] + text[4] + text[3] + text[5..];
}
