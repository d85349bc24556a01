using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Orleans.Personalize.Events;
using Orleans.Personalize.Json;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Notifications.Running;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Cli.Targets;

/// <summary>A running service, spoken to through its HTTP API.</summary>
internal sealed class ServiceTarget(Uri address, string? key = null) : ITarget, INotificationDesk
{
    // Within the API's bound of 1 MB a call.
    private const int TitlesPerCall = 100;
    private const int EventsPerCall = 500;

    private readonly HttpClient _http = new()
    {
        BaseAddress = address,
        Timeout = TimeSpan.FromMinutes(2),
        DefaultRequestHeaders = { Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key) },
    };

    /// <summary>Waits until the service says that it is ready.</summary>
    public async Task WaitAsync(TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        var begin = time.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(250), time);
        while (!await IsReadyAsync(cancellationToken))
        {
            if (time.GetElapsedTime(begin) > limit)
                throw new CommandFailedException($"{address} was not ready within {limit.TotalSeconds:F0} s");
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Get, "v1/profiles?count=1", null, cancellationToken);
        return (await ReadAsync<ProfileList>(response, cancellationToken)).Profiles.IsEmpty;
    }

    public Task<ImmutableArray<TitleWriteResult>> PutTitlesAsync(ImmutableArray<Title> titles, CancellationToken cancellationToken) =>
        PostAllAsync<Title, TitleWriteResult>("v1/titles", "results", titles, TitlesPerCall, cancellationToken);

    public async Task PutProfileAsync(ProfileSettings settings, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Put, $"v1/profiles/{Escape(settings.Id.Value)}", settings, cancellationToken);
    }

    public Task<ImmutableArray<EventReceipt>> RecordAsync(ImmutableArray<ProfileEvent> events, CancellationToken cancellationToken) =>
        PostAllAsync<ProfileEvent, EventReceipt>("v1/events", "receipts", events, EventsPerCall, cancellationToken);

    public async Task<ProfileExport> ExportAsync(ProfileId profile, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Get, $"v1/profiles/{Escape(profile.Value)}/export", null, cancellationToken);
        return await ReadAsync<ProfileExport>(response, cancellationToken);
    }

    public async Task<ProfileList> ListProfilesAsync(ProfileQuery query, CancellationToken cancellationToken = default)
    {
        var after = query.After is { } last ? $"&after={Escape(last.Value)}" : string.Empty;
        using var response = await SendAsync(HttpMethod.Get, $"v1/profiles?count={query.Count}{after}", null, cancellationToken);
        return await ReadAsync<ProfileList>(response, cancellationToken);
    }

    public async Task<NotificationPlan> PlanAsync(ProfileId profile, CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(
            HttpMethod.Get, $"v1/profiles/{Escape(profile.Value)}/notifications/plan", null, cancellationToken, HttpStatusCode.NotFound);
        return response.StatusCode == HttpStatusCode.NotFound
            ? throw new UnknownProfileException(profile)
            : await ReadAsync<NotificationPlan>(response, cancellationToken);
    }

    public async Task<bool> EraseAsync(ProfileId profile, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Delete, $"v1/profiles/{Escape(profile.Value)}", null, cancellationToken, HttpStatusCode.NotFound);
        return response.StatusCode != HttpStatusCode.NotFound;
    }

    /// <summary>The events of all profiles, exported one profile after the other.</summary>
    public async Task<List<ProfileEvent>> ExportAllAsync(CancellationToken cancellationToken)
    {
        var events = new List<ProfileEvent>();
        for (var after = ""; ;)
        {
            using var response = await SendAsync(HttpMethod.Get, $"v1/profiles?count=1000{after}", null, cancellationToken);
            var list = await ReadAsync<ProfileList>(response, cancellationToken);
            foreach (var profile in list.Profiles)
                events.AddRange((await ExportAsync(profile.Id, cancellationToken)).Events);
            if (list.Next is not { } next)
                return events;
            after = $"&after={Escape(next.Value)}";
        }
    }

    /// <summary>The titles that events speak of; those that are no longer in the catalogue are left out.</summary>
    public async Task<ImmutableArray<Title>> FindTitlesAsync(IEnumerable<ProfileEvent> events, CancellationToken cancellationToken)
    {
        var titles = ImmutableArray.CreateBuilder<Title>();
        foreach (var id in events.OfType<ITitleEvent>().Select(e => e.Title.Value).Distinct(StringComparer.Ordinal))
        {
            using var response = await SendAsync(HttpMethod.Get, $"v1/titles/{Escape(id)}", null, cancellationToken, HttpStatusCode.NotFound);
            if (response.IsSuccessStatusCode)
                titles.Add(await ReadAsync<Title>(response, cancellationToken));
        }

        return titles.DrainToImmutable();
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<ImmutableArray<TResult>> PostAllAsync<TItem, TResult>(
        string path, string answers, ImmutableArray<TItem> items, int perCall, CancellationToken cancellationToken)
    {
        var results = ImmutableArray.CreateBuilder<TResult>(items.Length);
        foreach (var chunk in items.Chunk(perCall))
        {
            using var response = await SendAsync(HttpMethod.Post, path, chunk, cancellationToken);
            var answer = await ReadAsync<JsonElement>(response, cancellationToken);
            results.AddRange(answer.GetProperty(answers).Deserialize<ImmutableArray<TResult>>(PersonalizeJson.Options));
        }

        return results.DrainToImmutable();
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, object? body, CancellationToken cancellationToken, HttpStatusCode? alsoFine = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = JsonContent.Create(body, body.GetType(), options: PersonalizeJson.Options);

        HttpResponseMessage response;
        try
        {
            response = await _http.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException failure)
        {
            throw new CommandFailedException($"no answer from {address}: {failure.Message}", failure);
        }

        if (response.IsSuccessStatusCode || response.StatusCode == alsoFine)
            return response;
        using (response)
            throw new CommandFailedException($"{method} {path}: {(int)response.StatusCode} {await ReasonAsync(response, cancellationToken)}");
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _http.GetAsync(new Uri("readyz", UriKind.Relative), cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<string> ReasonAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        try
        {
            using var problem = JsonDocument.Parse(text);
            return problem.RootElement.TryGetProperty("detail", out var detail) ? detail.GetString() ?? text : text;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken) =>
        await response.Content.ReadFromJsonAsync<T>(PersonalizeJson.Options, cancellationToken)
        ?? throw new CommandFailedException("the service answered nothing");

    private static string Escape(string id) => Uri.EscapeDataString(id);
}
