using System.Collections.Immutable;

namespace Orleans.Personalize.Training.Datasets;

/// <summary>The names of the formats that can be imported; docs/data-formats.md describes each.</summary>
public static class DatasetFormats
{
    /// <summary>Finds the format out from the files that are there.</summary>
    public const string Auto = "auto";

    /// <summary>MovieLens, both the files separated by <c>::</c> and the csv files.</summary>
    public const string MovieLens = "movielens";

    /// <summary>MovieTweetings: <c>::</c> files with ratings from 0 to 10.</summary>
    public const string MovieTweetings = "movietweetings";

    /// <summary>The streaming catalogue <c>netflix_titles.csv</c>; titles only.</summary>
    public const string NetflixTitles = "netflix-titles";

    /// <summary>Films gathered from Wikipedia, <c>movies-1990s.json</c> and so on; titles only.</summary>
    public const string WikipediaMovies = "wikipedia-movies";

    /// <summary>This project's own format: titles, profiles and events as csv or json lines.</summary>
    public const string Generic = "generic";

    /// <summary>All names, <see cref="Auto"/> first.</summary>
    public static ImmutableArray<string> Names { get; } = [Auto, MovieLens, MovieTweetings, NetflixTitles, WikipediaMovies, Generic];
}
