using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Notifications.Running;

/// <summary>A profile that can be reached, with its plan.</summary>
/// <param name="Profile">What is set for it.</param>
/// <param name="Plan">What it should be sent.</param>
public sealed record PlannedProfile(ProfileSettings Profile, NotificationPlan Plan);
