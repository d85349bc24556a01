using System.Collections.Immutable;
using Orleans.Personalize.Titles;
using Orleans.Personalize.Training.Datasets.Importing;

namespace Orleans.Personalize.Training.Datasets.MovieLens;

/// <summary>Reads the files of GroupLens Research: <c>movies.dat</c> and <c>ratings.dat</c>.</summary>
internal static class MovieLensImporter
{
    private const int Best = 5;
    private const string NoGenres = "(no genres listed)";

    /// <summary>Imports a folder.</summary>
    public static ImportedData Import(ImportRun run)
    {
        var movies = Files.Require(run, "movies.dat");
        var ratings = Files.Require(run, "ratings.dat");
        run.Expect([movies, ratings]);
        DoubleColonFile.Read(run, movies, 3, (_, text, columns) => AddTitle(run, text[columns[0]], text[columns[1]], text[columns[2]]));
        DoubleColonFile.Read(run, ratings, 4, (line, text, columns) =>
        {
            var span = text.AsSpan();
            return RatingRow.Add(run, line, span[columns[0]], span[columns[1]], span[columns[2]], span[columns[3]], Best);
        });
        return run.Complete(DatasetFormats.MovieLens);
    }

    private static string? AddTitle(ImportRun run, string id, string name, string genres)
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

    private static ImmutableArray<string> Genres(string text) =>
        string.Equals(text.Trim(), NoGenres, StringComparison.OrdinalIgnoreCase)
            ? []
            : [.. text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];
}
