using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Engine.Validation;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Engine.Profiles;

/// <summary>What an event must fulfil to be applied.</summary>
public static class EventRules
{
    private const int LongestSession = 128;
    private const int LongestMessage = 128;
    private const int LongestReason = 500;
    private const int MostAttempts = 100;
    private const int LongestTrailer = 128;
    private const int LongestQuery = 200;
    private const int MostRows = 10_000;
    private const int MostNumber = 10_000;

    // A week: longer than anything that is played in one go.
    private const double LongestSeconds = 7 * 24 * 3600;

    // Players report a little past the end, and catalogues round to minutes.
    private const double PastEndSeconds = 120;
    private const double PastEndShare = 1.1;

    /// <summary>How far ahead of the present the clock of a sender may be.</summary>
    public static TimeSpan MaxAhead { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Looks for what is wrong with an event.</summary>
    /// <param name="profileEvent">The event.</param>
    /// <param name="catalog">The titles that events may be about.</param>
    /// <param name="now">The present moment.</param>
    /// <returns>Null where nothing is wrong.</returns>
    public static Problem? Check(ProfileEvent profileEvent, Catalog catalog, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(profileEvent);
        ArgumentNullException.ThrowIfNull(catalog);
        return Values.Id("id", profileEvent.Id)
            ?? Values.Id("profile", profileEvent.Profile)
            ?? CheckTime(profileEvent.Time, now)
            ?? (profileEvent.Device is { } device ? Values.Named("device", device) : null)
            ?? Values.Optional("session", profileEvent.Session, LongestSession)
            ?? Values.Country("country", profileEvent.Country)
            ?? CheckTitle(profileEvent, catalog)
            ?? CheckRest(profileEvent, catalog);
    }

    private static Problem? CheckTime(DateTimeOffset time, DateTimeOffset now)
    {
        if (time < DateTimeOffset.UnixEpoch)
            return new Problem("time", "must not be before the year 1970");
        return time - now > MaxAhead ? new Problem("time", "must not be more than 5 minutes in the future") : null;
    }

    private static Problem? CheckTitle(ProfileEvent profileEvent, Catalog catalog)
    {
        var field = profileEvent is ITitleEvent ? "title" : "about";
        if (Occurrence.TitleOf(profileEvent) is not { } title)
            return null;
        return Values.Id(field, title) ?? CheckKnown(field, title, catalog);
    }

    private static Problem? CheckKnown(string field, TitleId title, Catalog catalog) =>
        catalog.TryGet(title, out _) ? null : new Problem(field, $"there is no title '{title}'");

    private static Problem? CheckRest(ProfileEvent profileEvent, Catalog catalog) => profileEvent switch
    {
        Impression e => CheckPlace(e.Page, e.Row, e.RowIndex, e.Column, e.Artwork),
        TitleOpened e => CheckPlace(e.Page, e.Row, e.RowIndex, e.Column, e.Artwork),
        RowScrolledPast e => Values.Id("row", e.Row) ?? CheckPlace(e.Page, null, e.RowIndex, null, null),
        RowScrolledAlong e => Values.Id("row", e.Row)
            ?? CheckPlace(e.Page, null, e.RowIndex, null, null)
            ?? Values.Whole("throughColumn", e.ThroughColumn, 0, MostRows),
        PlayEvent e => CheckPlay(e),
        TrailerPlayed e => Values.Optional("trailer", e.Trailer, LongestTrailer) ?? CheckPosition(e.PositionSeconds, e.DurationSeconds),
        ThumbGiven e => Values.Named("thumb", e.Thumb),
        TitleRated e => Values.Number("stars", e.Stars, 0.5, 5),
        Searched e => Values.Text("query", e.Query, LongestQuery),
        SearchResultOpened e => Values.Text("query", e.Query, LongestQuery),
        NotificationClaimed e => CheckClaim(e, catalog),
        NotificationSent e => Values.Text("notification", e.Notification, LongestMessage)
            ?? (e.Channel is { } channel ? Values.Named("channel", channel) : null)
            ?? (e.Kind is { } kind ? Values.Named("kind", kind) : null),
        NotificationFailed e => Values.Text("notification", e.Notification, LongestMessage) ?? Values.Optional("reason", e.Reason, LongestReason),
        NotificationOpened e => Values.Text("notification", e.Notification, LongestMessage),
        NotificationDismissed e => Values.Text("notification", e.Notification, LongestMessage),
        _ => null,
    };

    private static Problem? CheckPlace(PageId? page, RowId? row, int? rowIndex, int? column, ArtworkId? artwork) =>
        Values.Id("page", page)
        ?? Values.Id("row", row)
        ?? Values.Whole("rowIndex", rowIndex, 0, MostRows)
        ?? Values.Whole("column", column, 0, MostRows)
        ?? Values.Id("artwork", artwork);

    private static Problem? CheckClaim(NotificationClaimed claim, Catalog catalog)
    {
        if ((Values.Text("notification", claim.Notification, LongestMessage)
            ?? Values.Many("titles", claim.Titles, NotificationClaimed.MaxTitles)
            ?? Values.Named("channel", claim.Channel)
            ?? Values.Named("kind", claim.Kind)
            ?? Values.Whole("attempt", claim.Attempt, 1, MostAttempts)) is { } problem)
            return problem;
        for (var i = 0; i < claim.Titles.Length; i++)
        {
            if ((Values.Id($"titles[{i}]", claim.Titles[i]) ?? CheckKnown($"titles[{i}]", claim.Titles[i], catalog)) is { } wrong)
                return wrong;
        }

        return null;
    }

    private static Problem? CheckPlay(PlayEvent play) =>
        Values.Whole("season", play.Season, 1, MostNumber)
        ?? Values.Whole("episode", play.Episode, 1, MostNumber)
        ?? CheckPosition(play.PositionSeconds, play.DurationSeconds)
        ?? Values.Id("page", play.Page)
        ?? Values.Id("row", play.Row);

    private static Problem? CheckPosition(double position, double? duration)
    {
        if (Values.Number("positionSeconds", position, 0, LongestSeconds) is { } problem)
            return problem;
        if (duration is not { } length)
            return null;
        if (!(length > 0 && length <= LongestSeconds))
            return new Problem("durationSeconds", $"must be a number above 0, at most {LongestSeconds}");
        return position > Math.Max(length * PastEndShare, length + PastEndSeconds)
            ? new Problem("positionSeconds", "must not lie behind the end: see durationSeconds")
            : null;
    }
}
