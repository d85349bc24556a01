using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Orleans.Personalize.Json;
using Orleans.Personalize.Notifications.Rendering;
using Orleans.Personalize.Notifications.Tests.Support;
using Orleans.Personalize.Notifications.Webhook;
using static Orleans.Personalize.Notifications.Tests.Support.PushServer;

namespace Orleans.Personalize.Notifications.Tests;

public class when_push_messages_are_posted
{
    private const string Secret = "a secret of both sides";
    private static readonly HttpClient Http = new();

    [Fact]
    public async Task The_message_arrives_signed_and_named()
    {
        await using var server = await StartAsync();
        Assert.Equal(SendOutcome.Sent, await Sender(server.Url).SendAsync(Letters.News));
        var (headers, body) = Assert.Single(server.Requests);
        var timestamp = long.Parse(headers[WebhookSignature.TimestampHeader]!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(WebhookSignature.IsRight(Secret, timestamp, headers[WebhookSignature.SignatureHeader], body, DateTimeOffset.UtcNow, TimeSpan.FromMinutes(5)));
        Assert.Equal("digest-0123456789abcdef", headers["Idempotency-Key"]);

        var content = JsonSerializer.Deserialize<PushContent>(body, PersonalizeJson.Options)!;
        Assert.Equal(("device-1", "mara", "harbour"), (content.Token, content.Profile.Value, content.Title!.Value.Value));
        Assert.Equal("https://tv.example.com/watch/harbour?from=digest-0123456789abcdef", content.Url);
        Assert.Equal("https://tv.example.com/posters/p.svg", content.Image);
    }

    [Fact]
    public void A_signature_holds_for_its_body_its_moment_and_its_secret_only()
    {
        var now = DateTimeOffset.UnixEpoch.AddDays(20_000);
        var (timestamp, limit) = (now.ToUnixTimeSeconds(), TimeSpan.FromMinutes(5));
        var signature = WebhookSignature.Of(Secret, timestamp, "{}"u8);
        Assert.True(WebhookSignature.IsRight(Secret, timestamp, signature, "{}"u8, now, limit));
        Assert.False(WebhookSignature.IsRight(Secret, timestamp, signature, "{ }"u8, now, limit));
        Assert.False(WebhookSignature.IsRight(Secret, timestamp + 1, signature, "{}"u8, now, limit));
        Assert.False(WebhookSignature.IsRight(Secret + "!", timestamp, signature, "{}"u8, now, limit));
        Assert.False(WebhookSignature.IsRight(Secret, timestamp, signature, "{}"u8, now.AddMinutes(6), limit));
        Assert.False(WebhookSignature.IsRight(Secret, timestamp, null, "{}"u8, now, limit));
    }

    [Fact]
    public async Task A_service_in_trouble_is_asked_again_with_the_same_key()
    {
        await using var server = await StartAsync();
        server.Answers = [Status(503), HangUp, Status(429, retryAfter: "0"), Status(200)];
        Assert.Equal(SendOutcome.Sent, await Sender(server.Url).SendAsync(Letters.News));
        Assert.Equal(4, server.Requests.Count);
        Assert.Single(server.Requests.Select(request => request.Headers["Idempotency-Key"].ToString()).Distinct());
    }

    [Fact]
    public async Task A_refusal_is_final()
    {
        await using var server = await StartAsync();
        server.Answers = [Status(410)];
        var outcome = await Sender(server.Url).SendAsync(Letters.News);
        Assert.Equal(SendStatus.Failed, outcome.Status);
        Assert.StartsWith("410", outcome.Reason, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Where_a_service_only_ever_refused_for_the_moment_nothing_went_out()
    {
        await using var server = await StartAsync();
        server.Answers = [Status(503)];
        Assert.Equal(SendStatus.Failed, (await Sender(server.Url).SendAsync(Letters.News)).Status);
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task Where_a_service_took_a_message_and_said_nothing_it_may_have_gone_out()
    {
        await using var server = await StartAsync();
        server.Answers = [Silence];
        var outcome = await Sender(server.Url, attempts: 2, timeout: 200).SendAsync(Letters.News);
        Assert.Equal(SendStatus.Uncertain, outcome.Status);
    }

    [Fact]
    public async Task A_service_that_is_gone_is_left_alone_for_a_while()
    {
        var sender = Sender(new Uri($"http://127.0.0.1:{FreePort()}/push"), breakAfter: 3);
        Assert.True(sender.IsReady);
        Assert.Equal(SendStatus.Failed, (await sender.SendAsync(Letters.News)).Status);
        Assert.False(sender.IsReady);
    }

    [Theory]
    [InlineData("short", "https://push.example.com")]
    [InlineData(Secret, "ftp://push.example.com")]
    public void Wrong_options_are_refused(string secret, string url) =>
        Assert.Throws<ArgumentException>(() => new WebhookSender(Http, new WebhookOptions { Url = new Uri(url), Secret = secret }, Letters.Options));

    private static WebhookSender Sender(Uri url, int attempts = 4, int breakAfter = 8, int timeout = 30_000) => new(
        Http,
        new WebhookOptions
        {
            Url = url,
            Secret = Secret,
            Attempts = attempts,
            BreakAfter = breakAfter,
            Timeout = TimeSpan.FromMilliseconds(timeout),
            FirstDelay = TimeSpan.FromMilliseconds(2),
        },
        Letters.Options);

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
