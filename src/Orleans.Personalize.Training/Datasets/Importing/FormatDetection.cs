using Orleans.Personalize.Training.Datasets.Generic;
using Orleans.Personalize.Training.Datasets.NetflixTitles;
using Orleans.Personalize.Training.Datasets.WikipediaMovies;

namespace Orleans.Personalize.Training.Datasets.Importing;

/// <summary>Finds out what format the files of a folder have, from their names and, where two formats share them, a look inside.</summary>
internal static class FormatDetection
{
    private const int RatingsLookedAt = 1000;

    /// <summary>The name of the format.</summary>
    /// <exception cref="ImportException">There is nothing at this path, or nothing that any format knows.</exception>
    public static string Detect(string path)
    {
        if (File.Exists(path))
        {
            return Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".csv" => DatasetFormats.NetflixTitles,
                ".json" => DatasetFormats.WikipediaMovies,
                _ => throw new ImportException($"the format of '{path}' is not recognised; give the folder, or name the format"),
            };
        }

        if (!Directory.Exists(path))
        {
            throw new ImportException($"there is no folder or file '{path}'");
        }

        bool Has(string name) => File.Exists(Path.Combine(path, name));
        return GenericImporter.TitleFiles.Any(Has) ? DatasetFormats.Generic
            : Has("movies.csv") ? DatasetFormats.MovieLens
            : Has("movies.dat") ? GoesToTen(Path.Combine(path, "ratings.dat")) ? DatasetFormats.MovieTweetings : DatasetFormats.MovieLens
            : Has(NetflixTitlesImporter.FileName) ? DatasetFormats.NetflixTitles
            : Has(WikipediaMoviesImporter.WholeFile) || Directory.EnumerateFiles(path, WikipediaMoviesImporter.Pattern).Any()
                ? DatasetFormats.WikipediaMovies
            : throw new ImportException(
                $"no format is recognised in '{path}': looked for {string.Join(", ", GenericImporter.TitleFiles)}, movies.csv, movies.dat, "
                + $"{NetflixTitlesImporter.FileName}, {WikipediaMoviesImporter.Pattern}");
    }

    /// <summary>Whether ratings are from 0 to 10 and not from 1 to 5.</summary>
    private static bool GoesToTen(string ratings) =>
        File.Exists(ratings) && File.ReadLines(ratings).Take(RatingsLookedAt).Any(IsOfTen);

    private static bool IsOfTen(string line) =>
        line.Split("::") is [_, _, var rating, _] && int.TryParse(rating, out var value) && value is 0 or > 5;
}
