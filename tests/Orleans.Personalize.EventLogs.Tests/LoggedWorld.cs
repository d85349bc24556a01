using System.Text.Json;
using Orleans.Personalize.Conformance;
using Orleans.Personalize.Events;
using Orleans.Personalize.Json;

namespace Orleans.Personalize.EventLogs.Tests;

/// <summary>Profiles whose events are logged, as grains do: sent again until acknowledged, erased and made again; and what must be true of the log then.</summary>
internal sealed class LoggedWorld
{
    public const string Tenant = "default";

    private static readonly EventLogOptions Small = new() { MaxSegmentBytes = 2_000, MaxSegmentAppends = 5 };
    private readonly Dictionary<int, (Guid Life, List<ProfileEvent> Acknowledged)> _profiles = [];
    private readonly HashSet<EventId> _sent = [];
    private readonly HashSet<EventId> _erased = [];
    private EventLogWriter _writer;

    public LoggedWorld()
    {
        Store = new MemoryLogStore(Time);
        _writer = new EventLogWriter(Store, Tenant, Time, Small);
    }

    public ManualTimeProvider Time { get; } = new(SampleCatalog.Now);

    public MemoryLogStore Store { get; }

    public IEnumerable<EventId> Acknowledged => _profiles.Values.SelectMany(profile => profile.Acknowledged).Select(e => e.Id);

    /// <summary>Does one thing that a seed stands for; the power may go meanwhile, and comes back.</summary>
    public async Task DoAsync(int seed)
    {
        Time.Advance(TimeSpan.FromSeconds(seed % 100));
        try
        {
            await (((seed >> 8) % 10) switch
            {
                0 => CompactAsync(purge: false),
                1 => CompactAsync(purge: true),
                2 => EraseAsync(seed % 4),
                3 => RestartAsync(),
                _ => AppendAsync(seed % 4, 1 + ((seed >> 16) % 5)),
            });
        }
        catch (IOException)
        {
            await RestartAsync();
        }
    }

    public async Task AppendAsync(int number, int count)
    {
        if (!_profiles.TryGetValue(number, out var profile))
            _profiles[number] = profile = (Guid.NewGuid(), []);
        var maker = new EventMaker(new ProfileId($"p{number}"), Time);
        ProfileEvent[] events = [.. Enumerable.Range(0, count).Select(_ => maker.Listed(SampleCatalog.Film("drama", 1)))];
        _sent.UnionWith(events.Select(e => e.Id));
        await UntilAcknowledgedAsync(() => _writer.AppendAsync(profile.Life, LinesOf(events)));
        profile.Acknowledged.AddRange(events);
    }

    public async Task EraseAsync(int number)
    {
        if (!_profiles.Remove(number, out var profile))
            return;
        await UntilAcknowledgedAsync(() => _writer.EraseAsync(profile.Life));
        _erased.UnionWith(profile.Acknowledged.Select(e => e.Id));
    }

    public Task<CompactionReport> CompactAsync(bool purge, int minSegments = 3) =>
        new EventLogCompactor(Store, Tenant, Time).CompactAsync(new CompactionOptions { MinSegments = minSegments, PackedBytes = 1_500, Purge = purge });

    /// <summary>The processes end at once and others begin.</summary>
    public Task RestartAsync()
    {
        Store.Restart();
        _writer = new EventLogWriter(Store, Tenant, Time, Small);
        return Task.CompletedTask;
    }

    public async Task<List<EventId>> ReadAsync()
    {
        var events = new List<EventId>();
        await foreach (var e in new EventLogReader(Store, Tenant).ReadEventsAsync())
            events.Add(e.Id);
        return events;
    }

    /// <summary>Asserts that what was acknowledged is there once, what was erased is not, and nothing else.</summary>
    public async Task CheckAsync()
    {
        var read = await ReadAsync();
        Assert.Equal(read.Count, read.Distinct().Count());
        Assert.Empty(Acknowledged.Except(read));
        Assert.Empty(read.Intersect(_erased));
        Assert.Empty(read.Except(_sent));
    }

    /// <summary>Asserts that nothing of erased profiles is left in the store after a purge, and their marks are gone in the end.</summary>
    public async Task CheckPurgeAsync()
    {
        Store.CutAt = -1;
        await RestartAsync();
        Time.Advance(TimeSpan.FromDays(2));
        await CompactAsync(purge: true, minSegments: 1);
        Assert.DoesNotContain(Store.Names, name => name.Contains("/erased/", StringComparison.Ordinal));
        await CheckAsync();
    }

    public static byte[] LinesOf(params ProfileEvent[] events) =>
        [.. events.SelectMany(e => (byte[])[.. JsonSerializer.SerializeToUtf8Bytes(e, PersonalizeJson.Options), (byte)'\n'])];

    private async Task UntilAcknowledgedAsync(Func<Task> send)
    {
        while (true)
        {
            try
            {
                await send();
                return;
            }
            catch (IOException)
            {
                await RestartAsync();
            }
        }
    }
}
