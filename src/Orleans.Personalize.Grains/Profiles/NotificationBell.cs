using Microsoft.Extensions.Logging;
using Orleans.Personalize.Grains.Notifications;
using Orleans.Personalize.Notifications.Running;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Grains.Profiles;

/// <summary>
/// Tells who sends a profile messages that it can be reached, or no more. Where that fails it is made good: a reminder that should not be finds that out when it comes, one that
/// should be is made when the profile is next activated.
/// </summary>
internal sealed class NotificationBell(IGrainFactory grains, SiloPost post, GrainKey key, ILogger logger)
{
    /// <summary>The profile is in memory: what there is to send is looked for, whoever set it up before there was anything that sends.</summary>
    public void Activated(ProfileSettings? settings)
    {
        if (post.Serves(key.Tenant) && settings is not null && NotificationTeller.CanReach(settings))
            RingAsync(grain => grain.EnsureAsync()).Ignore();
    }

    /// <summary>The profile's settings are stored, or those of nobody.</summary>
    public async Task ChangedAsync(ProfileSettings? settings)
    {
        if (post.Serves(key.Tenant))
            await RingAsync(grain => grain.ArrangeAsync(settings is not null && NotificationTeller.CanReach(settings)));
    }

    private async Task RingAsync(Func<INotificationGrain, Task> ring)
    {
        try
        {
            await ring(grains.GetGrain<INotificationGrain>(key.ToString()));
        }
        catch (Exception error)
        {
            NotificationGrainLog.NotArranged(logger, error, new ProfileId(key.Id));
        }
    }
}
