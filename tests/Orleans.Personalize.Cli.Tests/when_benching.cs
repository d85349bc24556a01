namespace Orleans.Personalize.Cli.Tests;

public sealed class when_benching
{
    [Theory]
    [InlineData("score", "score", "update", "foldIn")]
    [InlineData("page", "page")]
    [InlineData("title", "title")]
    public async Task Times_and_allocations_are_told(string what, params string[] steps)
    {
        var run = await CommandRun.OfAsync("bench", what, "--titles", "200", "--history", "30", "--seconds", "0.01", "--json");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(200, run.Json.GetProperty("titles").GetInt32());
        Assert.Equal(30, run.Json.GetProperty("history").GetInt32());
        Assert.True(run.Json.GetProperty("medianMicroseconds").GetDouble() > 0);
        Assert.True(run.Json.GetProperty("p99Microseconds").GetDouble() >= run.Json.GetProperty("medianMicroseconds").GetDouble());
        Assert.True(run.Json.GetProperty("allocatedBytes").GetInt64() >= 0);
        Assert.Equal(steps, run.Json.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("name").GetString()!));
    }

    [Fact]
    public async Task Scoring_allocates_nothing()
    {
        var run = await CommandRun.OfAsync("bench", "score", "--titles", "300", "--history", "50", "--seconds", "0.01", "--json");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.InRange(run.Json.GetProperty("allocatedBytes").GetInt64(), 0, 100);
    }

    [Fact]
    public async Task A_catalogue_without_titles_is_refused()
    {
        var run = await CommandRun.OfAsync("bench", "page", "--titles", "0");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("--titles", run.Error, StringComparison.Ordinal);
    }
}
