using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Personalize.Events;
using Orleans.Personalize.Gateway.Tests.Support;
using Orleans.Personalize.Queues;

namespace Orleans.Personalize.Gateway.Tests;

public class when_events_are_sent
{
    private const string Good = """{"type":"playStarted","id":"e1","profile":"ann","time":"2026-03-01T20:15:00+01:00","title":"night-train"}""";

    [Fact]
    public async Task One_event_gets_one_receipt()
    {
        await using var host = await GatewayHost.StartAsync();
        var answer = await host.PostAsync("/v1/events", Good);
        Assert.Equal(200, answer.Status);
        Assert.Equal("""{"accepted":1,"duplicate":0,"rejected":0,"receipts":[{"id":"e1","outcome":"accepted"}]}""", answer.Text);
    }

    [Fact]
    public async Task Who_does_not_want_to_wait_is_told_that_they_are_in_the_queue_where_there_is_one()
    {
        var queue = new MemoryQueue();
        await using var host = await GatewayHost.StartAsync(services: services => services.AddSingleton<IEventQueue>(queue));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/events") { Content = new StringContent($"[{Good}, 7]", Encoding.UTF8, "application/json") };
        request.Headers.Add("Prefer", "wait=1, Respond-Async");
        using var response = await host.Client.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();

        Assert.Equal(202, (int)response.StatusCode);
        Assert.Equal(["respond-async"], response.Headers.GetValues("Preference-Applied"));
        Assert.StartsWith("""{"accepted":0,"duplicate":0,"rejected":1,"receipts":[{"id":"e1","outcome":"queued"},""", answer, StringComparison.Ordinal);
        Assert.EndsWith(""","queued":1}""", answer, StringComparison.Ordinal);
        Assert.Equal(["e1"], queue.Events.Select(e => e.Id.Value));
        Assert.Equal("1", (await host.PostAsync("/v1/events", Good)).Value("accepted"));
    }

    [Fact]
    public async Task Without_a_queue_they_are_recorded_as_ever_whatever_is_preferred()
    {
        await using var host = await GatewayHost.StartAsync();
        host.Client.DefaultRequestHeaders.Add("Prefer", "respond-async");
        var answer = await host.PostAsync("/v1/events", Good);
        Assert.Equal((200, "1"), (answer.Status, answer.Value("accepted")));
        Assert.Equal("0", (await host.GetAsync("/v1/dead-letters")).Value("count"));
        Assert.Equal(400, (await host.DeleteAsync("/v1/dead-letters")).Status);
    }

    [Fact]
    public async Task The_next_page_contains_its_effect()
    {
        await using var host = await GatewayHost.StartAsync();
        await host.PostAsync("/v1/events", Good);
        var page = await host.GetAsync("/v1/profiles/ann/home");
        Assert.Equal("continueWatching", page.Json.GetProperty("rows")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_batch_is_answered_in_its_order_and_a_wrong_one_does_not_harm_its_neighbours()
    {
        await using var host = await GatewayHost.StartAsync();
        var answer = await host.PostAsync("/v1/events", $$"""
            [{{Good}}, 7, {"type":"playStarted","id":"e2","profile":"ann","time":"2026-03-01T20:15:00+01:00"}, {{Good}},
             {"type":"titleOpened","id":"e3","profile":"nobody","time":"2026-03-01T20:15:00+01:00","title":"night-train"},
             {"type":"titleOpened","id":"e4","profile":"bo","time":"2026-03-01T20:15:00+01:00","title":"night-train"}]
            """);
        Assert.Equal(200, answer.Status);
        Assert.Equal(("2", "1", "3"), (answer.Value("accepted"), answer.Value("duplicate"), answer.Value("rejected")));
        var receipts = answer.Json.GetProperty("receipts");
        Assert.Equal(["accepted", "rejected", "rejected", "duplicate", "rejected", "accepted"], receipts.EnumerateArray().Select(r => r.GetProperty("outcome").GetString()));
        Assert.Equal("must be an object", receipts[1].GetProperty("reason").GetString());
        Assert.Equal(("e2", "title", "is required"), (receipts[2].GetProperty("id").GetString(), receipts[2].GetProperty("field").GetString(), receipts[2].GetProperty("reason").GetString()));
        Assert.Equal("profile", receipts[4].GetProperty("field").GetString());
    }

    [Theory]
    [InlineData("""{"id":"e","profile":"ann"}""", "type", "is required; it is one of impression, ")]
    [InlineData("""{"type":"sneezed","id":"e","profile":"ann"}""", "type", "must be one of impression, ")]
    [InlineData("""{"type":5,"id":"e","profile":"ann"}""", "type", "must be one of ")]
    [InlineData("""{"type":"playStarted"}""", "title", "is required")]
    [InlineData("""{"type":"playStarted","id":"e","profile":"ann","time":"2026-03-01T20:15:00Z"}""", "title", "is required")]
    [InlineData("""{"type":"playStarted","id":"e","profile":"ann","time":"2026-03-01T20:15:00Z","title":null}""", "title", "must not be null")]
    [InlineData("""{"type":"playStarted","id":"e","profile":"ann","time":"2026-03-01T20:15:00Z","titel":"night-train"}""", "titel", "is not known here; known are ")]
    [InlineData("""{"type":"playStarted","id":"e","profile":"ann","time":"2026-03-01T20:15:00Z","title":"a/b"}""", "title", "must be 1 to 128 characters")]
    [InlineData("""{"type":"playStarted","id":"e","profile":"ann","time":"2026-03-01T20:15:00Z","title":7}""", "title", "must be a string")]
    [InlineData("""{"type":"playStarted","id":"e","profile":"ann","time":"2026-03-01T20:15:00","title":"night-train"}""", "time", "offset from UTC")]
    [InlineData("""{"type":"playStarted","id":"e","profile":"ann","time":"yesterday","title":"night-train"}""", "time", "must be a time")]
    [InlineData("""{"type":"playStarted","id":"e","profile":"ann","time":"2126-03-01T20:15:00Z","title":"night-train"}""", "time", "future")]
    [InlineData("""{"type":"playStarted","id":"e","profile":"ann","time":"2026-03-01T20:15:00Z","title":"night-train","positionSeconds":"9"}""", "positionSeconds", "must be a number")]
    [InlineData("""{"type":"playStarted","id":"e","profile":"ann","time":"2026-03-01T20:15:00Z","title":"night-train","season":1.5}""", "season", "must be a whole number")]
    [InlineData("""{"type":"playStarted","id":"e","profile":"ann","time":"2026-03-01T20:15:00Z","title":"night-train","device":"fridge"}""", "device", "must be one of tv, phone, tablet, web")]
    [InlineData("""{"type":"playStarted","id":"e","profile":"ann","time":"2026-03-01T20:15:00Z","title":"night-train","device":2}""", "device", "must be one of tv, phone, tablet, web")]
    [InlineData("""{"type":"playStarted","id":"e","id":"f","profile":"ann","time":"2026-03-01T20:15:00Z","title":"night-train"}""", "id", "is given more than once")]
    [InlineData("""{"type":"playStarted","id":"e","profile":"\ud800","time":"2026-03-01T20:15:00Z","title":"night-train"}""", "profile", "is not valid Unicode")]
    [InlineData("""{"type":"playStarted","id":"e","profile":"ann","\ud800":1}""", null, "property name")]
    [InlineData("""{"type":"thumbGiven","id":"e","profile":"ann","time":"2026-03-01T20:15:00Z","title":"night-train","thumb":"sideways"}""", "thumb", "must be one of cleared, down, up, twoUp")]
    [InlineData("""{"type":"searched","id":"e","profile":"ann","time":"2026-03-01T20:15:00Z","query":["a"]}""", "query", "must be a string")]
    [InlineData("null", null, "must be an object")]
    public async Task A_wrong_event_is_rejected_with_field_and_reason(string json, string? field, string reason)
    {
        await using var host = await GatewayHost.StartAsync();
        var answer = await host.PostAsync("/v1/events", $"[{json}]");
        Assert.Equal(200, answer.Status);
        var receipt = answer.Json.GetProperty("receipts")[0];
        Assert.Equal("rejected", receipt.GetProperty("outcome").GetString());
        Assert.Equal(field, receipt.TryGetProperty("field", out var named) ? named.GetString() : null);
        Assert.Contains(reason, receipt.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_events_are_no_error()
    {
        await using var host = await GatewayHost.StartAsync();
        Assert.Equal("""{"accepted":0,"duplicate":0,"rejected":0,"receipts":[]}""", (await host.PostAsync("/v1/events", "[]")).Text);
    }

    [Fact]
    public async Task A_thousand_are_taken_and_one_more_is_refused_whole()
    {
        await using var host = await GatewayHost.StartAsync();
        string Batch(int count) => "[" + string.Join(',', Enumerable.Range(0, count).Select(i => Good.Replace("e1", $"n{i}", StringComparison.Ordinal))) + "]";
        (await host.PostAsync("/v1/events", Batch(1_001))).IsProblem(400, "body", "has 1001 elements; send at most 1000");
        Assert.Equal("1000", (await host.PostAsync("/v1/events", Batch(1_000))).Value("accepted"));
    }

    private sealed class MemoryQueue : IEventQueue
    {
        public List<ProfileEvent> Events { get; } = [];

        public Task<ImmutableArray<EventReceipt>> EnqueueAsync(ImmutableArray<ProfileEvent> events, CancellationToken cancellationToken = default)
        {
            Events.AddRange(events);
            return Task.FromResult(ImmutableArray.CreateRange(events, queued => new EventReceipt(queued.Id, EventOutcome.Queued)));
        }
    }
}
