using System.Globalization;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Training.Datasets.Importing;

/// <summary>Turns the four columns that every rating file has into an event.</summary>
internal static class RatingRow
{
    private const NumberStyles Blanks = NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    // 9999-12-31T23:59:59Z, the last that a date can hold.
    private const long LastSecond = 253_402_300_799;

    /// <summary>Adds the rating of a line that has the columns profile, title, rating and time.</summary>
    public static string? Add(ImportRun run, long line, ReadOnlySpan<char> text, ReadOnlySpan<Range> columns, int best) =>
        Add(run, line, text[columns[0]], text[columns[1]], text[columns[2]], text[columns[3]], best);

    /// <summary>Adds a rating to the import; returns what is wrong with it, or null.</summary>
    /// <param name="run">The import.</param>
    /// <param name="line">The line it stands on, which becomes a part of the event's id.</param>
    /// <param name="profile">The profile column.</param>
    /// <param name="title">The title column.</param>
    /// <param name="rating">The rating column.</param>
    /// <param name="time">The time column: seconds since 1970-01-01T00:00:00Z.</param>
    /// <param name="best">The best rating of the scale; it becomes 5 stars, and the least 0.5.</param>
    public static string? Add(
        ImportRun run, long line, ReadOnlySpan<char> profile, ReadOnlySpan<char> title, ReadOnlySpan<char> rating, ReadOnlySpan<char> time, int best)
    {
        if (!ProfileId.TryParse(profile.Trim().ToString(), null, out var profileId))
        {
            return $"profile '{profile}' {IdRules.Reason(ProfileId.MaxLength)}";
        }

        if (!TitleId.TryParse(title.Trim().ToString(), null, out var titleId))
        {
            return $"title '{title}' {IdRules.Reason(TitleId.MaxLength)}";
        }

        if (!run.Titles.Contains(titleId))
        {
            return $"there is no title '{titleId}'";
        }

        if (!double.TryParse(rating, NumberStyles.AllowDecimalPoint | Blanks, CultureInfo.InvariantCulture, out var value) || value > best)
        {
            return $"rating '{rating}' must be a number from 0 to {best}";
        }

        if (!long.TryParse(time, Blanks, CultureInfo.InvariantCulture, out var seconds) || seconds > LastSecond)
        {
            return $"time '{time}' must be a whole number of seconds since 1970";
        }

        run.Profiles.Ensure(profileId);
        run.Events.Add(new TitleRated
        {
            Id = new EventId($"{run.Name}:{line}"),
            Profile = profileId,
            Title = titleId,
            Time = DateTimeOffset.FromUnixTimeSeconds(seconds),
            Stars = Math.Max(0.5, value * 5 / best),
        });
        return null;
    }
}
