using System.Collections.Immutable;
using Orleans.Personalize.Titles;
using Orleans.Personalize.Training.Datasets.Importing;

namespace Orleans.Personalize.Training.Datasets.WikipediaMovies;

/// <summary>Reads films gathered from Wikipedia: json arrays, one file a decade, no events.</summary>
internal static class WikipediaMoviesImporter
{
    /// <summary>The names of the files in a folder.</summary>
    public const string Pattern = "movies-*.json";

    /// <summary>The name of the one file that may stand in for those of the decades.</summary>
    public const string WholeFile = "movies.json";

    /// <summary>Imports a folder, or one file of it.</summary>
    public static ImportedData Import(ImportRun run)
    {
        var files = FilesOf(run);
        run.Expect(files);
        foreach (var file in files)
        {
            JsonArrayFile.Read<WikipediaMovie>(run, file, movie => Add(run, movie));
        }

        return run.Complete(DatasetFormats.WikipediaMovies);
    }

    private static string[] FilesOf(ImportRun run)
    {
        if (File.Exists(run.Path))
        {
            return [run.Path];
        }

        string[] files = Directory.Exists(run.Path) ? [.. Directory.EnumerateFiles(run.Path, Pattern).Order(StringComparer.Ordinal)] : [];
        return files.Length > 0 ? files
            : Files.Find(run, WholeFile) is { } whole ? [whole]
            : throw new ImportException($"there is neither '{Pattern}' nor '{WholeFile}' in '{run.Path}'");
    }

    private static string? Add(ImportRun run, WikipediaMovie movie)
    {
        if (string.IsNullOrWhiteSpace(movie.Title))
        {
            return "title: must not be empty";
        }

        var title = new Title
        {
            Id = default,
            Name = movie.Title.Trim(),
            Year = movie.Year,
            Synopsis = string.IsNullOrWhiteSpace(movie.Extract) ? null : movie.Extract.Trim(),
            Genres = Distinct(movie.Genres),
            People = [.. Distinct(movie.Cast).Select(name => new Credit { Name = name, Role = CreditRole.Cast })],
            Countries = ["US"],
            Artworks = string.IsNullOrWhiteSpace(movie.Thumbnail) ? [] : [Poster(movie)],
        };
        foreach (var id in ArticleIds.For(movie))
        {
            if (!run.Titles.Contains(id))
            {
                return run.Titles.Add(title with { Id = id });
            }

            if (run.Titles.Find(id) is { } other && IsSame(other, title))
            {
                return $"title '{id}' is there already";
            }
        }

        return $"title '{movie.Title}' is there too often";
    }

    private static bool IsSame(Title one, Title other) =>
        one.Name == other.Name && one.Year == other.Year && one.Synopsis == other.Synopsis && one.People.SequenceEqual(other.People);

    private static Artwork Poster(WikipediaMovie movie) => new()
    {
        Id = new ArtworkId("poster"),
        Url = movie.Thumbnail,
        AspectRatio = movie is { ThumbnailWidth: > 0 and var width, ThumbnailHeight: > 0 and var height } ? Math.Round(width / height, 3) : null,
    };

    private static ImmutableArray<string> Distinct(IReadOnlyList<string>? names) =>
        names is null ? [] : [.. names.Where(name => !string.IsNullOrWhiteSpace(name)).Select(name => name.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)];
}
