using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Queues;
using Orleans.Personalize.Conformance;

namespace Orleans.Personalize.Cluster.Tests.for_the_node;

/// <summary>Events that come through real queues.</summary>
public sealed class Azure_queues : IDisposable
{
    private const string Connection = "UseDevelopmentStorage=true";
    private readonly TemporaryFolder _folder = new();
    private readonly string _service = $"test-{Guid.NewGuid():N}";

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [AzuriteFact]
    public async Task What_was_queued_is_recorded_once_also_when_the_silo_is_killed_and_a_message_that_is_none_is_a_dead_letter()
    {
        await using (var node = await StartAsync())
        {
            await SampleCalls.FillAsync(node.Http);
            await EnqueueAsync(node.Http, 0);
            await UntilKeptAsync(node.Http, 1);
            for (var i = 1; i < 20; i++)
                await EnqueueAsync(node.Http, i);
            await new QueueClient(Connection, $"events-{_service}-0").SendMessageAsync("no event");
            await node.KillAsync();
        }

        await using var again = await StartAsync();
        await UntilKeptAsync(again.Http, 20);
        await UntilAsync(async () => (await LettersAsync(again.Http)).GetProperty("count").GetInt32() == 1);

        var kept = await KeptAsync(again.Http);
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"q{i}"), kept.Order(Comparer<string>.Create((a, b) => int.Parse(a[1..]) - int.Parse(b[1..]))));
        var letter = (await LettersAsync(again.Http)).GetProperty("letters")[0];
        Assert.Equal("no event", letter.GetProperty("message").GetString());
        Assert.Contains("cannot be read", letter.GetProperty("reason").GetString());
    }

    // Refused for the moment, as by a queue that is slow to answer, it is sent again, as senders do.
    private static Task EnqueueAsync(HttpClient http, int number) => UntilAsync(async () => await TryEnqueueAsync(http, number));

    private static async Task<bool> TryEnqueueAsync(HttpClient http, int number)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/events") { Content = SampleCalls.Paused($"q{number}") };
        request.Headers.Add("Prefer", "respond-async");
        using var answer = await http.SendAsync(request);
        Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.Accepted, HttpStatusCode.ServiceUnavailable]);
        return answer.StatusCode == HttpStatusCode.Accepted;
    }

    private static Task<JsonElement> LettersAsync(HttpClient http) => GetAsync(http, "v1/dead-letters");

    private static Task UntilKeptAsync(HttpClient http, int count) => UntilAsync(async () => (await KeptAsync(http)).Length >= count);

    private static async Task<string[]> KeptAsync(HttpClient http) =>
        [.. (await GetAsync(http, "v1/profiles/ann/export")).GetProperty("events").EnumerateArray().Select(e => e.GetProperty("id").GetString()!)];

    // A silo that has just begun, and takes what is in the queues, may have no answer at once.
    private static async Task<JsonElement> GetAsync(HttpClient http, string path)
    {
        var answer = default(JsonElement);
        await UntilAsync(async () =>
        {
            using var response = await http.GetAsync(path);
            if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
                return false;
            answer = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
            return true;
        });
        return answer;
    }

    // A message that a killed silo had taken is there again after a minute.
    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var started = Stopwatch.GetTimestamp(); !await holds();)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(4), "nothing came for four minutes");
            await Task.Delay(200);
        }
    }

    private Task<NodeProcess> StartAsync() => NodeProcess.StartAsync(
        "--data", _folder.Path, "--url", "http://127.0.0.1:0", "--silo-port", NodeProcess.FreePort(), "--gateway-port", NodeProcess.FreePort(),
        "--connection", Connection, "--service", _service, "--event-queues", "2");
}
