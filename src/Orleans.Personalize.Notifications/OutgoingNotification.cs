using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Notifications;

/// <summary>A message that is to go out.</summary>
/// <param name="Profile">To whom.</param>
/// <param name="Suggestion">What it says.</param>
public sealed record OutgoingNotification(ProfileSettings Profile, NotificationSuggestion Suggestion);
