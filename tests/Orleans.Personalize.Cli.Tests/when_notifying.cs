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
}
