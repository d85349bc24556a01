using System.Collections.Immutable;
using Orleans.Personalize.Titles;
using Orleans.Personalize.Training.Datasets.Importing;

namespace Orleans.Personalize.Training.Datasets.MovieLens;

/// <summary>Reads the files of GroupLens Research: <c>movies.dat</c> and <c>ratings.dat</c>, or <c>movies.csv</c>, <c>ratings.csv</c> and <c>tags.csv</c>.</summary>
internal static class MovieLensImporter
{
    private const int Best = 5;
    private const string NoGenres = "(no genres listed)";

    /// <summary>Imports a folder.</summary>
    public static ImportedData Import(ImportRun run) =>
        Files.Find(run, "movies.csv") is { } movies ? ImportCsv(run, movies)
        : Files.Find(run, "movies.dat") is not null ? ImportDoubleColon(run)
        : throw new ImportException($"there is neither 'movies.dat' nor 'movies.csv' in '{run.Path}'");

    /// <summary>Adds the title of one row; returns what is wrong with it, or null.</summary>
    public static string? AddTitle(ImportRun run, string id, string name, string genres)
    {
        if (!TitleId.TryParse(id.Trim(), null, out var titleId))
        {
            return $"title '{id}' {IdRules.Reason(TitleId.MaxLength)}";
        }

        var parts = MovieName.Parse(name);
        return run.Titles.Add(new Title
        {
            Id = titleId,
            Name = parts.Name,
            OriginalName = parts.OriginalName,
            Year = parts.Year,
            Genres = Genres(genres),
        });
    }

    private static ImportedData ImportDoubleColon(ImportRun run)
    {
        var movies = Files.Require(run, "movies.dat");
        var ratings = Files.Require(run, "ratings.dat");
        run.Expect([movies, ratings]);
        DoubleColonFile.Read(run, movies, 3, (_, text, columns) => AddTitle(run, text[columns[0]], text[columns[1]], text[columns[2]]));
        DoubleColonFile.Read(run, ratings, 4, (line, text, columns) => RatingRow.Add(run, line, text, columns, Best));
        return run.Complete(DatasetFormats.MovieLens);
    }

    private static ImportedData ImportCsv(ImportRun run, string movies)
    {
        var ratings = Files.Require(run, "ratings.csv");
        var tags = Files.Find(run, "tags.csv");
        run.Expect(tags is null ? [movies, ratings] : [movies, ratings, tags]);
        CsvFile.Read(run, movies, ["movieId", "title", "genres"], row => AddTitle(run, row["movieId"], row["title"], row["genres"]));
        CsvFile.Read(
            run,
            ratings,
            ["userId", "movieId", "rating", "timestamp"],
            row => RatingRow.Add(run, row.Line, row["userId"], row["movieId"], row["rating"], row["timestamp"], Best));
        if (tags is not null)
        {
            MovieTags.Read(run, tags);
        }

        return run.Complete(DatasetFormats.MovieLens);
    }

    private static ImmutableArray<string> Genres(string text) =>
        string.Equals(text.Trim(), NoGenres, StringComparison.OrdinalIgnoreCase) ? [] : Cells.List(text, '|');
}
