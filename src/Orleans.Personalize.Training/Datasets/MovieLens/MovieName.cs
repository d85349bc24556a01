using System.Text.RegularExpressions;

namespace Orleans.Personalize.Training.Datasets.MovieLens;

/// <summary>The parts of a name as MovieLens writes it, such as <c>Postman, The (Postino, Il) (1994)</c>.</summary>
/// <param name="Name">The name with its article in front: <c>The Postman</c>.</param>
/// <param name="OriginalName">The name in brackets, where there is one: <c>Il Postino</c>.</param>
/// <param name="Year">The year at the end, where there is one; of a range its first.</param>
internal sealed partial record MovieName(string Name, string? OriginalName, int? Year)
{
    /// <summary>Takes a name apart.</summary>
    public static MovieName Parse(string text)
    {
        var name = text.Trim();
        int? year = null;
        if (YearAtEnd().Match(name) is { Success: true } match && match.Index > 0)
        {
            year = int.Parse(match.Groups["year"].ValueSpan);
            name = name[..match.Index].TrimEnd();
        }

        string? original = null;
        if (BracketsAtEnd().Match(name) is { Success: true } brackets && brackets.Index > 0)
        {
            var inside = AlsoKnownAs().Replace(brackets.Groups["inside"].Value.Trim(), string.Empty);
            original = inside.Length > 0 ? ArticleFirst(inside) : null;
            name = name[..brackets.Index].TrimEnd();
        }

        return new MovieName(ArticleFirst(name), original, year);
    }

    private static string ArticleFirst(string name)
    {
        var match = ArticleAtEnd().Match(name);
        if (!match.Success)
        {
            return name;
        }

        var article = match.Groups["article"].Value;
        return article + (article.EndsWith('\'') ? string.Empty : " ") + name[..match.Index];
    }

    [GeneratedRegex(@"\((?<year>(1[89]|20|21)\d\d)(\s*[-–]\s*(\d{4})?)?\)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearAtEnd();

    // "Birdman: Or (The Unexpected Virtue of Ignorance)" keeps its brackets: they are a part of the name.
    [GeneratedRegex(@"(?<!\bOr)\s\((?<inside>[^()]+)\)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BracketsAtEnd();

    [GeneratedRegex(@"^a\.?k\.?a\.?\s+", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AlsoKnownAs();

    [GeneratedRegex(
        @",\s(?<article>The|A|An|Le|La|Les|L'|Il|Lo|I|Gli|El|Los|Las|Un|Una|Une|Der|Die|Das|Den|Det|De|Het|O|Os)$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex ArticleAtEnd();
}
