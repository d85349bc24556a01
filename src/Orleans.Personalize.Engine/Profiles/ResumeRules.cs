using Orleans.Personalize.Events;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Profiles;

/// <summary>Where playbacks stand: one point a title, the one watched last at the end.</summary>
internal static class ResumeRules
{
    /// <summary>A playback left before this many seconds leaves nothing to resume.</summary>
    private const double NothingToResumeSeconds = 30;

    /// <summary>Applies a playback event; one that is older than what is known changes nothing.</summary>
    /// <param name="points">The points so far.</param>
    /// <param name="play">The event.</param>
    /// <param name="occurrence">The same event with its title.</param>
    public static ResumePoint[] Apply(ResumePoint[] points, PlayEvent play, in Occurrence occurrence)
    {
        var index = IndexOf(points, occurrence.Number);
        if (index >= 0 && points[index].Seconds > occurrence.Seconds)
            return points;
        return PointOf(play, occurrence) is { } point ? With(points, index, point) : Without(points, index);
    }

    /// <summary>Takes a title's point away; the same array where there is none.</summary>
    public static ResumePoint[] Without(ResumePoint[] points, int index) =>
        index < 0 ? points : [.. points.AsSpan(0, index), .. points.AsSpan(index + 1)];

    /// <summary>Where a title's point is; -1 where it has none.</summary>
    public static int IndexOf(ResumePoint[] points, int title) => Array.FindIndex(points, point => point.Title == title);

    private static ResumePoint[] With(ResumePoint[] points, int index, ResumePoint point)
    {
        ReadOnlySpan<ResumePoint> rest = Without(points, index);
        if (rest.Length == ProfileMemory.ResumePoints)
            rest = rest[1..];
        var place = rest.Length;
        while (place > 0 && rest[place - 1].Seconds > point.Seconds)
            place--;
        return [.. rest[..place], point, .. rest[place..]];
    }

    private static ResumePoint? PointOf(PlayEvent play, in Occurrence occurrence)
    {
        if (VisitRules.IsAtEnd(play, occurrence.Title))
        {
            var next = occurrence.Title is { Kind: TitleKind.Series } series && play.Episode is not null
                ? VisitRules.NextEpisode(play, series)
                : null;
            return next is null ? null : new ResumePoint(
                occurrence.Number,
                occurrence.Seconds,
                0,
                (float)((next.RuntimeMinutes ?? occurrence.Title!.RuntimeMinutes ?? 0) * 60),
                ToNumber(next.Season),
                ToNumber(next.Number));
        }

        if (play is PlayStopped { PositionSeconds: < NothingToResumeSeconds })
            return null;
        return new ResumePoint(
            occurrence.Number,
            occurrence.Seconds,
            ToAmount(play.PositionSeconds),
            ToAmount(Signals.LengthOf(play, occurrence.Title) ?? 0),
            ToNumber(play.Season ?? 0),
            ToNumber(play.Episode ?? 0));
    }

    private static float ToAmount(double seconds) => double.IsFinite(seconds) ? (float)Math.Clamp(seconds, 0, uint.MaxValue) : 0;

    private static ushort ToNumber(int number) => (ushort)Math.Clamp(number, 0, ushort.MaxValue);
}
