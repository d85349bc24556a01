using Microsoft.Extensions.DependencyInjection;
using Orleans.Personalize.Conformance;
using Orleans.Personalize.Events;
using Orleans.Personalize.Grains;
using Orleans.Personalize.Grains.Notifications;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Notifications.Tests.Support;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Cluster.Tests.for_NotificationGrain;

/// <summary>A cluster that sends messages, with a series that has gone on and somebody who watches it.</summary>
public abstract class PostFacts : ClusterFacts
{
    private protected static readonly NotificationSettings Reachable = new() { Email = "ann@example.com", PushToken = "device:1", QuietFromHour = 23, QuietUntilHour = 7 };

    private protected NotedSender Push { get; } = new(NotificationChannel.Push);

    private protected NotedSender Email { get; } = new(NotificationChannel.Email);

    protected override Action<PersonalizeGrainOptions>? Configure => options => options.Notifications = new GrainNotificationOptions { Senders = [Push, Email] };

    /// <summary>Somebody who can be reached and watched the first season of a series, of which the second came a day ago.</summary>
    private protected async Task JoinAsync(NotificationSettings reach, string name = "ann", string tenant = "default")
    {
        var now = SampleCatalog.Now;
        var personalizer = Cluster.NewClient(tenant);
        await personalizer.PutTitlesAsync(
        [
            .. SampleCatalog.Titles,
            SampleCatalog.NewFilm("serial") with
            {
                Kind = TitleKind.Series,
                AddedAt = now.AddDays(-400),
                Episodes =
                [
                    new Episode { Season = 1, Number = 1, RuntimeMinutes = 45, AddedAt = now.AddDays(-400) },
                    new Episode { Season = 2, Number = 1, RuntimeMinutes = 45, AddedAt = now.AddDays(-1) },
                ],
            },
        ]);
        var id = new ProfileId(name);
        await personalizer.PutProfileAsync(new ProfileSettings { Id = id, Name = name, Notifications = reach });
        var watched = new PlayCompleted { Id = EventMaker.NewId(), Profile = id, Time = now.AddDays(-9), Title = new TitleId("serial"), Season = 1, Episode = 1, PositionSeconds = 2700 };
        Assert.Equal(EventOutcome.Accepted, Assert.Single(await personalizer.RecordAsync([watched])).Outcome);
    }

    /// <summary>The reminder comes, as Orleans would have it.</summary>
    private protected Task RemindAsync(string name = "ann", string tenant = "default") =>
        Cluster.Grain<INotificationGrain>(tenant, name).AsReference<IRemindable>().ReceiveReminder("due", default);

    /// <summary>When the reminder comes next; null where there is none.</summary>
    private protected async Task<DateTime?> ReminderAsync(string name = "ann", string tenant = "default")
    {
        var table = Cluster.Cluster.Silos[0].SiloHost.Services.GetRequiredService<IReminderTable>();
        return (await table.ReadRow(Cluster.Grain<INotificationGrain>(tenant, name).GetGrainId(), "due"))?.StartAt;
    }

    private protected async Task<ProfileEvent[]> MessageEventsAsync() =>
        [.. (await Personalizer.ExportProfileAsync(Ann)).Events.Where(e => e is NotificationClaimed or NotificationSent or NotificationFailed)];
}
