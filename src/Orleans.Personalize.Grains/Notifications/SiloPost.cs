using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Personalize.Events;
using Orleans.Personalize.Grains.Profiles;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Notifications.Running;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Grains.Notifications;

/// <summary>What the notification grains of one silo share: the senders, and how many messages may be under way. Lives as long as the silo.</summary>
internal sealed class SiloPost : IMessageDesk, IDisposable
{
    private readonly IGrainFactory _grains;
    private readonly string _tenant;
    private readonly NotificationTeller? _teller;
    private readonly SemaphoreSlim _underWay;

    public SiloPost(IGrainFactory grains, IOptions<PersonalizeGrainOptions> options, TimeProvider time, ILogger<SiloPost> logger)
    {
        _grains = grains;
        _tenant = options.Value.DefaultTenant;
        Options = options.Value.Notifications;
        _teller = Options is null ? null : new NotificationTeller(this, Options.Senders, time, logger, Options.LongestRest);
        _underWay = new SemaphoreSlim(Options?.AtOnce ?? 1);
    }

    /// <summary>How it is sent; null where nothing is.</summary>
    public GrainNotificationOptions? Options { get; }

    /// <summary>Whether anything is sent to the profiles of a tenant.</summary>
    public bool Serves(string tenant) => Options is not null && string.Equals(tenant, _tenant, StringComparison.Ordinal);

    /// <summary>Sends a profile of the default tenant what is due to it.</summary>
    /// <returns>When to ask again; null for soon.</returns>
    public async Task<DateTimeOffset?> TellAsync(ProfileSettings profile)
    {
        await _underWay.WaitAsync();
        try
        {
            return await _teller!.TellAsync(profile);
        }
        finally
        {
            _underWay.Release();
        }
    }

    public void Dispose() => _underWay.Dispose();

    Task<NotificationPlan> IMessageDesk.PlanAsync(ProfileId profile, CancellationToken cancellationToken) => ProfileOf(profile).PlanNotificationsAsync(0);

    Task<ImmutableArray<EventReceipt>> IMessageDesk.RecordAsync(ImmutableArray<ProfileEvent> events, CancellationToken cancellationToken) =>
        ProfileOf(events[0].Profile).RecordAsync(events, 0);

    private IProfileGrain ProfileOf(ProfileId profile) => _grains.GetGrain<IProfileGrain>(new GrainKey(_tenant, profile.Value).ToString());
}
