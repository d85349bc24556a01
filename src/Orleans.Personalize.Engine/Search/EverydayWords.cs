using System.Collections.Frozen;
using System.Globalization;
using Orleans.Personalize.Engine.Pages.MicroGenres;
using Orleans.Personalize.Engine.Search.Text;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Search;

/// <summary>
/// The words by which members ask for a kind, a genre, an origin or a time, where the catalogue says it in another way: "movies", "comedies",
/// "French", "90s". In English, as the rows are named.
/// </summary>
internal static class EverydayWords
{
    private const string Romance = "romance";
    private const string Comedy = "comedy";

    private static readonly Saying Film = new("Film", "film films movie movies");
    private static readonly Saying Series = new("Series", "series show shows tv");
    private static readonly Saying RomanticComedy = new("Romantic comedy", "romcom romcoms");

    // By the folded name of the genre.
    private static readonly FrozenDictionary<string, string> Genres = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["animation"] = "animated cartoon cartoons",
        ["biography"] = "biographies biopic biopics",
        ["children"] = "kids childrens",
        [Comedy] = "comedies",
        ["documentary"] = "documentaries docs",
        ["drama"] = "dramas",
        ["family"] = "kids children childrens families",
        ["fantasy"] = "fantasies",
        ["film noir"] = "noir",
        ["historical"] = "period history",
        ["history"] = "period historical",
        ["kids"] = "children childrens",
        ["musical"] = "musicals",
        ["mystery"] = "mysteries whodunit whodunits",
        [Romance] = "romances romantic",
        ["sci fi"] = "scifi science fiction",
        ["science fiction"] = "scifi sci fi",
        ["sport"] = "sports",
        ["thriller"] = "thrillers",
        ["western"] = "westerns",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Saying> Countries = RegionWords.Countries.ToFrozenDictionary(
        country => country.Key,
        country => new Saying(country.Value, string.Join(' ', RegionWords.Groups.Where(group => group.Countries.Contains(country.Key, StringComparer.OrdinalIgnoreCase))
            .Select(group => Folding.Fold(group.Adjective)).Prepend(Folding.Fold(country.Value)))),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>What may be said of a title so, what says most first.</summary>
    /// <param name="title">The title.</param>
    public static IEnumerable<Saying> Of(Title title)
    {
        var (romance, comedy) = (false, false);
        foreach (var genre in title.Genres.IsDefaultOrEmpty ? [] : title.Genres.AsEnumerable())
        {
            var folded = Folding.Fold(genre);
            romance |= folded == Romance;
            comedy |= folded == Comedy;
            if (Genres.TryGetValue(folded, out var words)) yield return new Saying($"Genre: {genre}", words);
        }

        if (romance && comedy) yield return RomanticComedy;
        foreach (var country in title.Countries.IsDefaultOrEmpty ? [] : title.Countries.AsEnumerable())
        {
            if (Countries.TryGetValue(country, out var origin)) yield return origin;
        }

        if (title.Year is { } year) yield return OfDecade(year / 10 * 10);
        yield return title.Kind == TitleKind.Series ? Series : Film;
    }

    private static Saying OfDecade(int decade)
    {
        var written = decade.ToString(CultureInfo.InvariantCulture);
        return new Saying($"From the {written}s", decade is >= 1920 and < 2000 ? $"{written}s {written[2..]}s" : $"{written}s");
    }
}
