using System.Collections.Immutable;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Orleans.Personalize.Demo;
using Orleans.Personalize.Events;
using Orleans.Personalize.Json;

namespace Orleans.Personalize.Cluster.Faults.Traffic;

/// <summary>Calls the gateway as apps do: an event that was not acknowledged is sent again with the same id until it is.</summary>
/// <param name="gateway">Where it answers.</param>
/// <param name="world">Whose profiles and titles.</param>
/// <param name="ledger">Told of every event.</param>
internal sealed class Clients(Uri gateway, DemoWorld world, EventLedger ledger) : IDisposable
{
    private static readonly TimeSpan GiveUp = TimeSpan.FromMinutes(2);

    // A message that a killed silo had taken is delivered again after a minute, and that silo's successor may be killed too.
    private static readonly TimeSpan QueuePatience = TimeSpan.FromMinutes(5);
    private readonly HttpClient _http = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2) })
    {
        BaseAddress = gateway,
        Timeout = TimeSpan.FromSeconds(40),
    };

    // Not every title is for children.
    private readonly ImmutableArray<ProfileId> _grownUps =
        [.. world.Profiles.Where(profile => profile is { Kids: false, MaturityLimit: >= 18 }).Select(profile => profile.Id)];

    // Nor every one for every country.
    private readonly ImmutableArray<TitleId> _everywhere = [.. world.Titles.Where(title => title.Availability.IsEmpty).Select(title => title.Id)];

    private long _made;

    /// <summary>Whether events are put in the queue; acknowledged is then what is durable there.</summary>
    public bool ByQueue { get; set; }

    /// <summary>Puts catalogue, profiles and what they did before.</summary>
    public async Task FillAsync()
    {
        foreach (var chunk in world.Titles.Chunk(200))
            (await _http.PostAsJsonAsync("v1/titles", chunk, PersonalizeJson.Options)).EnsureSuccessStatusCode();
        await Parallel.ForEachAsync(world.Profiles, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (profile, cancellation) =>
            (await _http.PutAsJsonAsync($"v1/profiles/{profile.Id}", profile, PersonalizeJson.Options, cancellation)).EnsureSuccessStatusCode());
        foreach (var batch in world.Events.GroupBy(e => e.Profile).SelectMany(group => group.Chunk(200)))
        {
            ImmutableArray<ProfileEvent> events = [.. batch];
            foreach (var sent in events)
                ledger.Send(sent);
            Settle(events, await SendAsync(events));
        }
    }

    /// <summary>Asks for something.</summary>
    public async Task<(int Status, bool IsDegraded)> AskAsync(CallKind kind, Random random)
    {
        var (profile, title) = (_grownUps[random.Next(_grownUps.Length)], AnyTitle(random));
        var path = kind switch
        {
            CallKind.Home => $"v1/profiles/{profile}/home?rows=10&columns=20",
            CallKind.Title => $"v1/profiles/{profile}/titles/{title}",
            CallKind.Similar => $"v1/profiles/{profile}/titles/{title}/similar?count=20",
            _ => $"v1/profiles/{profile}/search?q={Uri.EscapeDataString(world.Titles[random.Next(world.Titles.Length)].Name[..3])}&count=20",
        };
        try
        {
            using var answer = await _http.GetAsync(path, HttpCompletionOption.ResponseContentRead);
            var body = await answer.Content.ReadAsByteArrayAsync();
            return ((int)answer.StatusCode, body.AsSpan().IndexOf("\"substitute\":"u8) >= 0);
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            return (0, false);
        }
    }

    /// <summary>Makes events of one profile.</summary>
    public ImmutableArray<ProfileEvent> MakeEvents(int count, Random random)
    {
        var profile = world.Profiles[random.Next(world.Profiles.Length)].Id;
        ImmutableArray<ProfileEvent> events = [.. Enumerable.Range(0, count).Select(_ => MakeEvent(profile, random))];
        foreach (var sent in events)
            ledger.Send(sent);
        return events;
    }

    /// <summary>Sends events until they are acknowledged or it is of no use any more.</summary>
    /// <param name="events">The events, of one profile.</param>
    /// <param name="told">Hears of each try.</param>
    public async Task RecordAsync(ImmutableArray<ProfileEvent> events, Action<int> told)
    {
        var started = Stopwatch.GetTimestamp();
        for (var pause = 250; Stopwatch.GetElapsedTime(started) < GiveUp; pause = Math.Min(pause * 2, 4000))
        {
            var (status, receipts) = await SendAsync(events);
            told(status);
            if (Settle(events, (status, receipts)))
                return;
            await Task.Delay(pause);
        }
    }

    /// <summary>Reads every profile back and compares it with what was sent; what came by queue is waited for.</summary>
    /// <returns>The difference, and how long was waited.</returns>
    public async Task<(LedgerDifference Difference, TimeSpan Waited)> CompareAsync()
    {
        for (var started = Stopwatch.GetTimestamp(); ;)
        {
            var waited = Stopwatch.GetElapsedTime(started);
            var difference = await ReadBackAsync();
            if (difference.Lost == 0 || !ByQueue || waited > QueuePatience)
                return (difference, waited);
            await Task.Delay(TimeSpan.FromSeconds(2));
        }
    }

    private async Task<LedgerDifference> ReadBackAsync()
    {
        var difference = default(LedgerDifference);
        foreach (var profile in world.Profiles)
        {
            var export = await _http.GetFromJsonAsync<JsonElement>($"v1/profiles/{profile.Id}/export");
            EventId[] kept = [.. export.GetProperty("events").EnumerateArray().Select(e => new EventId(e.GetProperty("id").GetString()!))];
            difference += ledger.Compare(profile.Id, kept);
        }

        return difference;
    }

    public void Dispose() => _http.Dispose();

    private bool Settle(ImmutableArray<ProfileEvent> events, (int Status, string[] Receipts) answer)
    {
        if (answer.Status is not (200 or 202))
            return false;
        for (var i = 0; i < events.Length; i++)
        {
            if (answer.Receipts[i] is "accepted" or "duplicate" or "queued")
                ledger.Acknowledge(events[i]);
            else
                throw new InvalidOperationException($"the event {events[i].Id} was {answer.Receipts[i]}");
        }

        return true;
    }

    private async Task<(int Status, string[] Receipts)> SendAsync(ImmutableArray<ProfileEvent> events)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "v1/events") { Content = JsonContent.Create(events, options: PersonalizeJson.Options) };
            if (ByQueue)
                request.Headers.Add("Prefer", "respond-async");
            using var answer = await _http.SendAsync(request);
            if (!answer.IsSuccessStatusCode)
                return ((int)answer.StatusCode, []);
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
            return ((int)answer.StatusCode, [.. body.GetProperty("receipts").EnumerateArray().Select(receipt => receipt.GetProperty("outcome").GetString()!)]);
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            return (0, []);
        }
    }

    private ProfileEvent MakeEvent(ProfileId profile, Random random)
    {
        var (id, now, title) = (new EventId($"load-{Interlocked.Increment(ref _made)}"), DateTimeOffset.UtcNow, AnyTitle(random));
        return random.Next(10) switch
        {
            < 4 => new PlayProgressed { Id = id, Profile = profile, Time = now, Title = title, PositionSeconds = random.Next(6000), DurationSeconds = 6000 },
            < 6 => new Impression { Id = id, Profile = profile, Time = now, Title = title, RowIndex = 2, Column = 3 },
            6 => new TitleOpened { Id = id, Profile = profile, Time = now, Title = title },
            7 => new PlayStarted { Id = id, Profile = profile, Time = now, Title = title, DurationSeconds = 6000 },
            8 => new PlayCompleted { Id = id, Profile = profile, Time = now, Title = title, PositionSeconds = 6000, DurationSeconds = 6000 },
            _ => new ThumbGiven { Id = id, Profile = profile, Time = now, Title = title, Thumb = Thumb.Up },
        };
    }

    // Some titles are played much more than others.
    private TitleId AnyTitle(Random random) => _everywhere[(int)(_everywhere.Length * Math.Pow(random.NextDouble(), 3))];
}
