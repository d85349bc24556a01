using System.Text;
using System.IO.Hashing;
using Microsoft.Extensions.Logging;
using Orleans.Personalize.Grains.Placement;
using Orleans.Personalize.Grains.Profiles;
using Orleans.Personalize.Notifications.Running;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Grains.Notifications;

/// <summary>
/// Wakes when its reminder is due, has the profile's message sent as any sender would, and arms the reminder for the next one. A reminder that is not armed anew,
/// because its silo ended meanwhile, comes again by itself. Is where its profile is.
/// </summary>
[MemberPlacement]
internal sealed class NotificationGrain(SiloPost post, TimeProvider time, ILogger<NotificationGrain> logger) : Grain, INotificationGrain, IRemindable
{
    private const string Due = "due";

    // Orleans' own least period.
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Fallback = TimeSpan.FromMinutes(15);
    private int _arrangements;

    Task INotificationGrain.ArrangeAsync(bool reachable)
    {
        // What is being sent meanwhile was decided before, and says nothing about when to come again.
        _arrangements++;
        return reachable ? ArmAsync(Soon) : DisarmAsync();
    }

    async Task INotificationGrain.EnsureAsync()
    {
        if (await this.GetReminder(Due) is null)
            await ArmAsync(Soon);
    }

    async Task IRemindable.ReceiveReminder(string reminderName, TickStatus status)
    {
        var key = GrainKey.Parse(this.GetPrimaryKeyString());
        if (!post.Serves(key.Tenant))
            return;
        var arrangements = _arrangements;
        if (await ReachableAsync(key) is not { } profile)
        {
            if (arrangements == _arrangements)
                await DisarmAsync();
            return;
        }

        var until = await post.TellAsync(profile);
        if (arrangements == _arrangements)
            await ArmAsync(until is { } due ? due - time.GetUtcNow() : post.Options!.Again);
    }

    // Null for one that was erased, or refuses everything, and whoever said so could not reach this grain.
    private async Task<ProfileSettings?> ReachableAsync(GrainKey key)
    {
        try
        {
            var settings = await GrainFactory.GetGrain<IProfileGrain>(key.ToString()).GetSettingsAsync();
            return NotificationTeller.CanReach(settings) ? settings : null;
        }
        catch (UnknownProfileException)
        {
            return null;
        }
    }

    private Task ArmAsync(TimeSpan wait)
    {
        var spread = post.Options is { } options ? options.Spread * (XxHash32.HashToUInt32(Encoding.UTF8.GetBytes(this.GetPrimaryKeyString())) / (double)uint.MaxValue) : TimeSpan.Zero;
        var due = (wait > Soon ? wait : Soon) + spread;
        NotificationGrainLog.Armed(logger, this.GetPrimaryKeyString(), due);
        return this.RegisterOrUpdateReminder(Due, due, Fallback);
    }

    private async Task DisarmAsync()
    {
        if (await this.GetReminder(Due) is { } reminder)
            await this.UnregisterReminder(reminder);
    }
}
