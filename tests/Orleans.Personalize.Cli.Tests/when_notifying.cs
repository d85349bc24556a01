using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Orleans.Personalize.Cli.Tests;

public sealed class when_notifying
{
    [Fact]
    public async Task A_dry_run_shows_what_would_go_out_and_sends_nothing()
    {
        using var folder = new TemporaryFolder();
        var data = Path.Combine(folder.Path, "data");
        var demo = await CommandRun.OfAsync("demo", "--data", data, "--titles", "80", "--households", "5", "--days", "20");
        Assert.True(demo.ExitCode == 0, demo.Error);

        var page = Path.Combine(folder.Path, "preview.html");
        var run = await CommandRun.OfAsync("notify", "--dry-run", "--data", data, "--html", page, "--json");
        Assert.True(run.ExitCode == 0, run.Error);
        var plans = run.Json.EnumerateArray().ToList();
        Assert.NotEmpty(plans);
        Assert.All(plans, plan => Assert.False(string.IsNullOrEmpty(plan.GetProperty("summary").GetString())));
        Assert.Contains(plans, plan => plan.GetProperty("suggestions").GetArrayLength() > 0);
        Assert.Contains("Nothing was sent", await File.ReadAllTextAsync(page), StringComparison.Ordinal);

        var profile = plans[0].GetProperty("profile").GetString()!;
        var one = await CommandRun.OfAsync("notify", "--dry-run", "--data", data, "--profile", profile);
        Assert.True(one.ExitCode == 0, one.Error);
        Assert.Contains("1 profiles can be reached", one.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_over_a_service_shows_the_pictures_of_that_service()
    {
        const string plan = """
            { "profile": "mara", "plannedAt": "2026-03-01T18:00:00Z", "summary": "One e-mail", "suggestions": [{ "id": "d-1", "kind": "digest", "channel": "email", "score": 0.5,
              "openProbability": 0.2, "worth": 1, "cost": 0.1, "headline": "Your week", "text": "One title.", "reason": { "kind": "tasteMatch", "text": "What suits you" },
              "sendAt": "2026-03-01T18:00:00Z", "cards": [{ "title": "harbour", "name": "Harbour", "matchScore": 0.9, "reason": { "kind": "new", "text": "New" },
              "artworkUrl": "/posters/harbour/a.svg" }] }] }
            """;
        var port = FreePort();
        using var service = new HttpListener { Prefixes = { $"http://127.0.0.1:{port}/" } };
        service.Start();
        var answering = AnswerAsync(service, plan);
        using var folder = new TemporaryFolder();
        var page = Path.Combine(folder.Path, "preview.html");

        var run = await CommandRun.OfAsync("notify", "--dry-run", "--to", $"http://127.0.0.1:{port}", "--profile", "mara", "--html", page);

        service.Stop();
        await answering;
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains($"http://127.0.0.1:{port}/posters/harbour/a.svg", await File.ReadAllTextAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_way_to_send_nothing_is_sent()
    {
        using var folder = new TemporaryFolder();
        var run = await CommandRun.OfAsync("notify", "--data", folder.Path);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("--sending", run.Error, StringComparison.Ordinal);

        var file = Path.Combine(folder.Path, "sending.json");
        await File.WriteAllTextAsync(file, """{ "webhook": { "url": "http://localhost:1/push", "secret": "short" } }""");
        var wrong = await CommandRun.OfAsync("notify", "--data", folder.Path, "--sending", file);
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("secret", wrong.Error, StringComparison.Ordinal);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task AnswerAsync(HttpListener service, string plan)
    {
        while (service.IsListening)
        {
            HttpListenerContext call;
            try
            {
                call = await service.GetContextAsync();
            }
            catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            var isPlan = call.Request.Url!.AbsolutePath.EndsWith("/plan", StringComparison.Ordinal);
            call.Response.ContentType = "application/json";
            await call.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(isPlan ? plan : """{ "profiles": [{ "id": "mara", "name": "Mara" }] }"""));
            call.Response.Close();
        }
    }
}
