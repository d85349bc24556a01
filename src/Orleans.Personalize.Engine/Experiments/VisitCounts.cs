using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Engine.Experiments;

/// <summary>What an event counts for, in any experiment.</summary>
internal static class VisitCounts
{
    // As long as a profile does something this often it is one visit.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);

    /// <summary>The counts of one event; none for what the service does and not the profile.</summary>
    public static ArmCounts Of(ProfileState before, ProfileEvent profileEvent) =>
        profileEvent is NotificationClaimed or NotificationSent or NotificationFailed ? default : new ArmCounts(
            Visits: BeginsVisit(before, profileEvent.Time) ? 1 : 0,
            Impressions: profileEvent is Impression ? 1 : 0,
            Plays: profileEvent is PlayStarted ? 1 : 0,
            Completed: profileEvent is PlayCompleted ? 1 : 0);

    // A message that went out meanwhile is no visit that this one could go on.
    private static bool BeginsVisit(ProfileState before, DateTimeOffset time) =>
        before.LastSeen is not { } last
        || time - last > Pause
        || (time >= last && before.NotificationArray.Any(entry =>
            entry.Seconds == before.LastSeconds && entry.Stage is NotificationStage.Claimed or NotificationStage.Sent or NotificationStage.Failed));
}
