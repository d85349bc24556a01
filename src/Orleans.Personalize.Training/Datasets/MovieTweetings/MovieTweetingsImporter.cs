using Orleans.Personalize.Training.Datasets.Importing;
using Orleans.Personalize.Training.Datasets.MovieLens;

namespace Orleans.Personalize.Training.Datasets.MovieTweetings;

/// <summary>Reads MovieTweetings: MovieLens' <c>::</c> files with ratings from 0 to 10. Its <c>users.dat</c> holds personal data and is never opened.</summary>
internal static class MovieTweetingsImporter
{
    private const int Best = 10;

    /// <summary>Imports a folder.</summary>
    public static ImportedData Import(ImportRun run)
    {
        var movies = Files.Require(run, "movies.dat");
        var ratings = Files.Require(run, "ratings.dat");
        run.Expect([movies, ratings]);
        DoubleColonFile.Read(run, movies, 3, (_, text, columns) => MovieLensImporter.AddTitle(run, text[columns[0]], text[columns[1]], text[columns[2]]));
        DoubleColonFile.Read(run, ratings, 4, (line, text, columns) => RatingRow.Add(run, line, text, columns, Best));
        return run.Complete(DatasetFormats.MovieTweetings);
    }
}
