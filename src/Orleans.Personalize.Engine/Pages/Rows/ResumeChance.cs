using Orleans.Personalize.Engine.Profiles;

namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>
/// How likely it is that a playback is resumed now: by how much of it is left, for how long it has lain, and whether the profile watches this title, and such titles,
/// at this hour on this screen. Not a probability, but in the order of one.
/// </summary>
/// <remarks>
/// The shape of the fading is that of returning in general: many come back within days, the rest over weeks. There is no public log of resumptions to learn it from.
/// </remarks>
internal static class ResumeChance
{
    // Days in which half of those who come back soon, and of those who take their time, are down to 1/e.
    private const double Soon = 2;
    private const double Late = 15;

    // What a playback counts that was just begun, of a film or of the first episode of a series: many look into what they then leave.
    private const double JustBegun = 0.3;

    // What it counts that only the credits are left, or next to nothing.
    private const double NearlyOver = 0.4;
    private const double NearlyOverShare = 0.9;

    // A film of which much was seen draws more than one of which little was, up to the end.
    private const double LeastPull = 0.6;
    private const double UnknownPull = 0.8;

    // What suits the occasion in general counts half of what is told by the plays of the title itself.
    private const double ShareOfOccasion = 0.5;

    /// <summary>The chance of a playback.</summary>
    public static float Of(in Resumable playback, PageContext context)
    {
        var idle = Math.Max(0, (context.Now - playback.Since).TotalDays);
        var returning = (0.5 * Math.Exp(-idle / Soon)) + (0.5 * Math.Exp(-idle / Late));
        var occasion = context.Workspace.Occasion;
        var suits = occasion.LiftOf(playback.Title, context.History) + (ShareOfOccasion * occasion.Scores[playback.Title]);
        return (float)(PullOf(playback) * returning * Math.Exp(suits));
    }

    private static double PullOf(in Resumable playback)
    {
        var point = playback.Point;
        double? share = point.Share;
        var isFirst = point is { Season: <= 1, Episode: 1 } && !playback.IsNew;
        if (point.Episode != 0 && !(isFirst && share < Signals.AbandonedShare)) return 1;
        return share switch
        {
            null => UnknownPull,
            < Signals.AbandonedShare => JustBegun,
            > NearlyOverShare => NearlyOver,
            { } part => LeastPull + ((1 - LeastPull) * part),
        };
    }
}
