using System.Collections.Immutable;
using Orleans.Personalize.Events;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Notifications.Running;

/// <summary>The little of a personalization service that sending needs, in this process or over its API.</summary>
public interface INotificationDesk
{
    /// <summary>Lists profiles in the order of their ids.</summary>
    Task<ProfileList> ListProfilesAsync(ProfileQuery query, CancellationToken cancellationToken = default);

    /// <summary>What a profile should be sent at this moment.</summary>
    Task<NotificationPlan> PlanAsync(ProfileId profile, CancellationToken cancellationToken = default);

    /// <summary>Records events; returns when the accepted ones are durable.</summary>
    Task<ImmutableArray<EventReceipt>> RecordAsync(ImmutableArray<ProfileEvent> events, CancellationToken cancellationToken = default);
}
