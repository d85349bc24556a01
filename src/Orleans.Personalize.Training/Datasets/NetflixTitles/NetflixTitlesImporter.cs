using System.Globalization;
using Orleans.Personalize.Titles;
using Orleans.Personalize.Training.Datasets.Importing;

namespace Orleans.Personalize.Training.Datasets.NetflixTitles;

/// <summary>Reads the catalogue file known as "Netflix titles": one csv file, no events.</summary>
internal static class NetflixTitlesImporter
{
    /// <summary>The name of the file in a folder.</summary>
    public const string FileName = "netflix_titles.csv";

    private static readonly string[] Required =
        ["show_id", "type", "title", "director", "cast", "country", "date_added", "release_year", "rating", "duration", "listed_in", "description"];

    /// <summary>Imports the file, or the folder it is in.</summary>
    public static ImportedData Import(ImportRun run)
    {
        var path = File.Exists(run.Path) ? run.Path : Files.Require(run, FileName);
        run.Expect([path]);
        CsvFile.Read(run, path, Required, row => Add(run, row));
        return run.Complete(DatasetFormats.NetflixTitles);
    }

    private static string? Add(ImportRun run, CsvFile row)
    {
        if (!TitleId.TryParse(row["show_id"], null, out var id))
        {
            return $"show_id '{row["show_id"]}' {IdRules.Reason(TitleId.MaxLength)}";
        }

        TitleKind? kind = row["type"] switch { "Movie" => TitleKind.Film, "TV Show" => TitleKind.Series, _ => null };
        if (kind is null)
        {
            return $"type '{row["type"]}' must be 'Movie' or 'TV Show'";
        }

        if (!int.TryParse(row["release_year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            return $"release_year '{row["release_year"]}' must be a year";
        }

        // Some rows carry the duration in the column of the rating.
        var (rating, duration) = row["duration"].Length == 0 && row["rating"].EndsWith(" min", StringComparison.Ordinal)
            ? (string.Empty, row["rating"])
            : (row["rating"], row["duration"]);
        if (!MaturityRatings.TryGetAge(rating, out var age))
        {
            return $"rating '{rating}' is not known";
        }

        if (!TryParseDuration(duration, out var minutes, out var seasons))
        {
            return $"duration '{duration}' must be such as '90 min' or '2 Seasons'";
        }

        DateTimeOffset? added = null;
        if (row["date_added"].Length > 0)
        {
            if (!DateTimeOffset.TryParseExact(row["date_added"], "MMMM d, yyyy", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
            {
                return $"date_added '{row["date_added"]}' must be such as 'September 25, 2021'";
            }

            added = date;
        }

        return run.Titles.Add(new Title
        {
            Id = id,
            Name = row["title"],
            Kind = kind.Value,
            Year = year,
            RuntimeMinutes = minutes,
            MaturityAge = age,
            Synopsis = row["description"] is { Length: > 0 } description ? description : null,
            Genres = Cells.List(row["listed_in"], ','),
            Tags = seasons is null ? [] : [seasons == 1 ? "1 season" : $"{seasons} seasons"],
            People =
            [
                .. Cells.List(row["director"], ',').Select(name => new Credit { Name = name, Role = CreditRole.Director }),
                .. Cells.List(row["cast"], ',').Select(name => new Credit { Name = name, Role = CreditRole.Cast }),
            ],
            Countries = Cells.List(row["country"], ','),
            AddedAt = added,
        });
    }

    private static bool TryParseDuration(string text, out double? minutes, out int? seasons)
    {
        (minutes, seasons) = (null, null);
        if (text.Length == 0)
        {
            return true;
        }

        var parts = text.Split(' ');
        if (parts.Length != 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
        {
            return false;
        }

        switch (parts[1])
        {
            case "min":
                minutes = number;
                return true;
            case "Season" or "Seasons":
                seasons = number;
                return true;
            default:
                return false;
        }
    }
}
