using System.Text.Json;

namespace Orleans.Personalize.Cli.Tests;

public sealed class when_models_change : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => _folder.In("data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_candidate_is_compared_activated_and_rolled_back()
    {
        var demo = await CommandRun.OfAsync("demo", "--data", Data, "--titles", "60", "--households", "100", "--days", "40", "--train");
        Assert.True(demo.ExitCode == 0, demo.Error);
        var first = (await ModelsAsync()).Single().GetProperty("version").GetString()!;

        // Another seed, or the file would be the same.
        var trained = await CommandRun.OfAsync("train", "--data", Data, "--seed", "7", "--activate", "never", "--json");
        Assert.True(trained.ExitCode == 0, trained.Error);
        var second = trained.Json.GetProperty("version").GetString()!;
        Assert.False(trained.Json.GetProperty("inService").GetBoolean());
        var comparison = trained.Json.GetProperty("comparison");
        Assert.Equal((first, second), (comparison.GetProperty("inService").GetString(), comparison.GetProperty("candidate").GetString()));
        Assert.Equal("sameCut", comparison.GetProperty("basis").GetString());
        Assert.True(comparison.GetProperty("answers").GetInt32() >= 50);
        Assert.All(comparison.GetProperty("metrics").EnumerateArray(), metric =>
            Assert.InRange(metric.GetProperty("difference").GetDouble(), metric.GetProperty("low").GetDouble(), metric.GetProperty("high").GetDouble()));

        var compared = await CommandRun.OfAsync("model", "compare", second, "--data", Data, "--json");
        Assert.True(compared.ExitCode == 0, compared.Error);
        Assert.Contains("NDCG@10", compared.Json.GetProperty("metrics").EnumerateArray().Select(metric => metric.GetProperty("name").GetString()));

        Assert.Equal(second, (await CommandRun.OfAsync("model", "activate", second, "--data", Data, "--json")).Json.GetProperty("version").GetString());
        Assert.Equal([(second, "inService"), (first, "before")], (await ModelsAsync()).Select(m => (m.GetProperty("version").GetString(), m.GetProperty("standing").GetString())));
        Assert.Equal(first, (await CommandRun.OfAsync("model", "rollback", "--data", Data, "--json")).Json.GetProperty("version").GetString());

        var shared = _folder.In("shared");
        var published = await CommandRun.OfAsync("model", "publish", second, "--data", Data, "--models", shared, "--tenant", "acme", "--json");
        Assert.Equal((second, false), (published.Json.GetProperty("version").GetString(), published.Json.GetProperty("activated").GetBoolean()));
        Assert.Equal(
            await File.ReadAllBytesAsync(Path.Combine(Data, "models", $"{second}.model")), await File.ReadAllBytesAsync(Path.Combine(shared, "acme", $"{second}.model")));
        var table = await CommandRun.OfAsync("model", "list", "--data", Data);
        Assert.Contains("in service", table.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rollback")]
    [InlineData("activate", "0123456789abcdef")]
    [InlineData("compare", "0123456789abcdef")]
    [InlineData("publish", "0123456789abcdef", "--models", "shared")]
    [InlineData("publish", "0123456789abcdef", "--models", "shared", "--connection", "AccountName=a")]
    public async Task What_cannot_be_done_is_said_in_words(params string[] arguments)
    {
        var run = await CommandRun.OfAsync(["model", .. arguments, "--data", Data]);
        Assert.Equal(1, run.ExitCode);
        Assert.NotEmpty(run.Error.Trim());
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    private async Task<List<JsonElement>> ModelsAsync() =>
        [.. (await CommandRun.OfAsync("model", "list", "--data", Data, "--json")).Json.GetProperty("models").EnumerateArray()];
}
