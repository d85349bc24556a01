using System.Collections.Immutable;
using Orleans.Personalize.Conformance;
using Orleans.Personalize.Embedded;
using Orleans.Personalize.Events;
using Orleans.Personalize.Notifications.Running;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Titles;
using Microsoft.Extensions.Logging.Abstractions;

namespace Orleans.Personalize.Notifications.Tests.Support;

/// <summary>The embedded host in a folder of its own, with a series that has gone on; it is Friday evening.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("notifications-");

    public Service() => Personalizer = Open();

    public ManualTimeProvider Time { get; } = new(SampleCatalog.Now);

    public EmbeddedPersonalizer Personalizer { get; private set; }

    public static async Task<Service> StartAsync(params string[] members)
    {
        var service = new Service();
        var titles = SampleCatalog.Titles.Add(Series());
        Assert.All(await service.Personalizer.PutTitlesAsync(titles), result => Assert.True(result.Accepted));
        foreach (var member in members)
            await service.JoinAsync(member, new NotificationSettings { Email = $"{member}@example.com", PushToken = member });
        return service;
    }

    public NotificationRunner Runner(params INotificationSender[] senders) =>
        new(new PersonalizerDesk(Personalizer), senders, Time, NullLogger<NotificationRunner>.Instance);

    public async Task JoinAsync(string member, NotificationSettings? notifications)
    {
        var id = new ProfileId(member);
        await Personalizer.PutProfileAsync(new ProfileSettings { Id = id, Name = member, Notifications = notifications });
        await Personalizer.RecordAsync([new PlayCompleted
        {
            Id = new EventId("watched"),
            Profile = id,
            Time = SampleCatalog.Now.AddDays(-9),
            Title = new TitleId("serial"),
            Season = 1,
            Episode = 1,
            PositionSeconds = 2700,
        }]);
    }

    /// <summary>The process died and was started again on the same folder.</summary>
    public async Task RestartAsync()
    {
        await Personalizer.DisposeAsync();
        Personalizer = Open();
    }

    public async Task<ImmutableArray<ProfileEvent>> MessageEventsAsync(string member) =>
        [.. (await Personalizer.ExportProfileAsync(new ProfileId(member))).Events.Where(e => e is NotificationClaimed or NotificationSent or NotificationFailed)];

    public async ValueTask DisposeAsync()
    {
        await Personalizer.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private EmbeddedPersonalizer Open() => EmbeddedPersonalizer.Open(new EmbeddedOptions { DataFolder = _folder.FullName }, Time);

    private static Title Series() => SampleCatalog.NewFilm("serial") with
    {
        Kind = TitleKind.Series,
        AddedAt = SampleCatalog.Now.AddDays(-400),
        Episodes =
        [
            new Episode { Season = 1, Number = 1, RuntimeMinutes = 45, AddedAt = SampleCatalog.Now.AddDays(-400) },
            new Episode { Season = 2, Number = 1, RuntimeMinutes = 45, AddedAt = SampleCatalog.Now.AddDays(-1) },
        ],
    };
}
