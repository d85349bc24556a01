using System.Collections.Immutable;
using Orleans.Personalize.Engine.Validation;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Titles;

/// <summary>What a title must fulfil to enter the catalogue.</summary>
public static class TitleRules
{
    private const int LongestName = 500;
    private const int MostNames = 50;
    private const int LongestSynopsis = 10_000;
    private const int LongestUrl = 2_000;
    private const int LongestWord = 200;
    private const int LongestTrailerId = 128;
    private const int MostGenres = 50;
    private const int MostTags = 200;
    private const int MostPeople = 200;
    private const int MostPlaces = 50;
    private const int MostEpisodes = 20_000;
    private const int MostArtworks = 100;
    private const int MostTrailers = 50;
    private const int MostWindows = 500;
    private const int MostFeatures = 50;
    private const int OldestAge = 21;
    private const int MostNumber = 10_000;

    // A film of a week: the longest there is.
    private const double LongestMinutes = 7 * 24 * 60;

    /// <summary>Looks for what is wrong with a title.</summary>
    /// <returns>Null where nothing is wrong.</returns>
    public static Problem? Check(Title title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return Values.Id("id", title.Id)
            ?? Values.Text("name", title.Name, LongestName)
            ?? Values.Named("kind", title.Kind)
            ?? Values.Optional("originalName", title.OriginalName, LongestName)
            ?? Values.Texts("alternativeNames", title.AlternativeNames, MostNames, LongestName)
            ?? Values.Whole("year", title.Year, 1870, 2200)
            ?? CheckMinutes("runtimeMinutes", title.RuntimeMinutes)
            ?? Values.Whole("maturityAge", title.MaturityAge, 0, OldestAge)
            ?? Values.Optional("synopsis", title.Synopsis, LongestSynopsis)
            ?? Values.Texts("genres", title.Genres, MostGenres, LongestWord)
            ?? Values.Texts("tags", title.Tags, MostTags, LongestWord)
            ?? CheckAll("people", title.People, MostPeople, CheckCredit)
            ?? Values.Texts("countries", title.Countries, MostPlaces, LongestWord)
            ?? Values.Texts("languages", title.Languages, MostPlaces, LongestWord)
            ?? CheckAll("episodes", title.Episodes, MostEpisodes, CheckEpisode)
            ?? CheckDistinct("episodes", title.Episodes, episode => (episode.Season, episode.Number), "season and number")
            ?? CheckAll("artworks", title.Artworks, MostArtworks, CheckArtwork)
            ?? CheckDistinct("artworks", title.Artworks, artwork => artwork.Id, "id")
            ?? CheckAll("trailers", title.Trailers, MostTrailers, CheckTrailer)
            ?? CheckDistinct("trailers", title.Trailers, trailer => trailer.Id, "id")
            ?? CheckAll("availability", title.Availability, MostWindows, CheckWindow);
    }

    private static Problem? CheckCredit(string field, Credit credit) =>
        Values.Text($"{field}.name", credit.Name, LongestWord) ?? Values.Named($"{field}.role", credit.Role);

    private static Problem? CheckEpisode(string field, Episode episode) =>
        Values.Whole($"{field}.season", episode.Season, 1, MostNumber)
        ?? Values.Whole($"{field}.number", episode.Number, 1, MostNumber)
        ?? Values.Optional($"{field}.name", episode.Name, LongestName)
        ?? CheckMinutes($"{field}.runtimeMinutes", episode.RuntimeMinutes);

    private static Problem? CheckArtwork(string field, Artwork artwork) =>
        Values.Id($"{field}.id", artwork.Id)
        ?? Values.Optional($"{field}.url", artwork.Url, LongestUrl)
        ?? Values.Texts($"{field}.features", artwork.Features, MostFeatures, LongestWord)
        ?? Values.Number($"{field}.aspectRatio", artwork.AspectRatio, 0.05, 20)
        ?? Values.Optional($"{field}.language", artwork.Language, LongestWord);

    private static Problem? CheckTrailer(string field, Trailer trailer) =>
        Values.Text($"{field}.id", trailer.Id, LongestTrailerId)
        ?? Values.Optional($"{field}.url", trailer.Url, LongestUrl)
        ?? Values.Number($"{field}.durationSeconds", trailer.DurationSeconds, 0, LongestMinutes * 60)
        ?? Values.Texts($"{field}.features", trailer.Features, MostFeatures, LongestWord);

    private static Problem? CheckWindow(string field, AvailabilityWindow window) =>
        Values.Country($"{field}.country", window.Country)
        ?? (window is { From: { } from, Until: { } until } && from >= until
            ? new Problem($"{field}.until", "must be after 'from'")
            : null);

    private static Problem? CheckMinutes(string field, double? minutes) =>
        minutes is null || (minutes > 0 && minutes <= LongestMinutes)
            ? null
            : new Problem(field, $"must be a number above 0, at most {LongestMinutes}");

    private static Problem? CheckAll<T>(string field, ImmutableArray<T> values, int most, Func<string, T, Problem?> check)
        where T : class
    {
        if (Values.Many(field, values, most) is { } problem)
            return problem;
        for (var i = 0; i < values.Length; i++)
        {
            var place = $"{field}[{i}]";
            if ((values[i] is { } value ? check(place, value) : Values.Required(place)) is { } wrong)
                return wrong;
        }

        return null;
    }

    private static Problem? CheckDistinct<T, TKey>(string field, ImmutableArray<T> values, Func<T, TKey> key, string what)
    {
        var seen = new HashSet<TKey>(values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            if (!seen.Add(key(values[i])))
                return new Problem($"{field}[{i}]", $"has the {what} of an earlier one");
        }

        return null;
    }
}
