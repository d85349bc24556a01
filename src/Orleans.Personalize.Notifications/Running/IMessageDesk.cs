using System.Collections.Immutable;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Notifications.Running;

/// <summary>The little of a personalization service that sending to one profile needs.</summary>
public interface IMessageDesk
{
    /// <summary>What a profile should be sent at this moment.</summary>
    Task<NotificationPlan> PlanAsync(ProfileId profile, CancellationToken cancellationToken = default);

    /// <summary>Records events; returns when the accepted ones are durable.</summary>
    Task<ImmutableArray<EventReceipt>> RecordAsync(ImmutableArray<ProfileEvent> events, CancellationToken cancellationToken = default);
}
