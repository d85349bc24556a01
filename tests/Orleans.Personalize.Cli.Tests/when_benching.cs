namespace Orleans.Personalize.Cli.Tests;

public sealed class when_benching
{
    [Theory]
    [InlineData("score", "score", "afterEvent", "again", "update", "foldIn")]
    [InlineData("page", "page", "afterEvent", "again")]
    [InlineData("title", "title", "afterEvent", "next")]
    [InlineData("search", "search", "afterEvent", "typed")]
    public async Task Times_and_allocations_are_told(string what, params string[] steps)
    {
        var run = await CommandRun.OfAsync("bench", what, "--titles", "200", "--history", "30", "--seconds", "0.01", "--json");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(200, run.Json.GetProperty("titles").GetInt32());
        Assert.Equal(30, run.Json.GetProperty("history").GetInt32());
        Assert.Equal("afterEvent", run.Json.GetProperty("step").GetString());
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
        Assert.All(
            run.Json.GetProperty("steps").EnumerateArray().Take(3),
            step => Assert.InRange(step.GetProperty("allocatedBytes").GetInt64(), 0, 100));
    }

    [Fact]
    public async Task The_cost_of_each_part_is_told_on_demand()
    {
        var run = await CommandRun.OfAsync("bench", "score", "--titles", "100", "--history", "10", "--seconds", "0.01", "--stages", "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("without Sequence", run.Json.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("name").GetString()!));
    }

    [Fact]
    public async Task A_catalogue_without_titles_is_refused()
    {
        var run = await CommandRun.OfAsync("bench", "page", "--titles", "0");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("--titles", run.Error, StringComparison.Ordinal);
    }
}
