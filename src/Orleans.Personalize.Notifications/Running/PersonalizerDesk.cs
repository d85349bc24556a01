using System.Collections.Immutable;
using Orleans.Personalize.Events;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Notifications.Running;

/// <summary>Any <see cref="IPersonalizer"/>, of either host.</summary>
/// <param name="personalizer">The service.</param>
public sealed class PersonalizerDesk(IPersonalizer personalizer) : INotificationDesk
{
    /// <inheritdoc/>
    public Task<ProfileList> ListProfilesAsync(ProfileQuery query, CancellationToken cancellationToken = default) =>
        personalizer.ListProfilesAsync(query, cancellationToken);

    /// <inheritdoc/>
    public Task<NotificationPlan> PlanAsync(ProfileId profile, CancellationToken cancellationToken = default) =>
        personalizer.PlanNotificationsAsync(profile, cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<EventReceipt>> RecordAsync(ImmutableArray<ProfileEvent> events, CancellationToken cancellationToken = default) =>
        personalizer.RecordAsync(events, cancellationToken);
}
