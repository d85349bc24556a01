using System.Text;

namespace Orleans.Personalize.Training.Datasets.WikipediaMovies;

/// <summary>
/// Names a film after its article, so that the same film has the same id in every copy of the files; films without an article, or that
/// share one, are told apart by their year, then by a number.
/// </summary>
internal static class ArticleIds
{
    private const int LongestStem = 110;
    private const int MostOfOneName = 100;

    /// <summary>The ids that a film may have, best first.</summary>
    public static IEnumerable<TitleId> For(WikipediaMovie movie)
    {
        var hasArticle = !string.IsNullOrWhiteSpace(movie.Href);
        var stem = Fit(hasArticle ? movie.Href! : movie.Title);
        if (hasArticle)
        {
            yield return new TitleId(stem);
        }

        var withYear = $"{stem}-{movie.Year}";
        yield return new TitleId(withYear);
        for (var number = 2; number <= MostOfOneName; number++)
        {
            yield return new TitleId($"{withYear}-{number}");
        }
    }

    private static string Fit(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text.AsSpan().Trim())
        {
            result.Append(c is '/' or ' ' || char.IsControl(c) ? '_' : c);
        }

        var length = Math.Min(result.Length, LongestStem);
        return result.ToString(0, char.IsHighSurrogate(result[length - 1]) ? length - 1 : length);
    }
}
