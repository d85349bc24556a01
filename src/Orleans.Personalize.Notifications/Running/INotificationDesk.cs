using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Notifications.Running;

/// <summary>The little of a personalization service that sending to all profiles needs, in this process or over its API.</summary>
public interface INotificationDesk : IMessageDesk
{
    /// <summary>Lists profiles in the order of their ids.</summary>
    Task<ProfileList> ListProfilesAsync(ProfileQuery query, CancellationToken cancellationToken = default);
}
