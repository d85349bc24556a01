using System.Globalization;

namespace Orleans.Personalize.Cli.Tests;

public sealed class when_evaluating : IDisposable
{
    private const int Profiles = 120;
    private const int Titles = 60;
    private const int EventsEach = 12;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_figures_can_be_computed_again_from_the_ranked_titles()
    {
        var heldOut = WriteChains();
        var predictions = _folder.In("top.tsv");
        var run = await CommandRun.OfAsync(
            "evaluate", "--dataset", _folder.Path, "--format", "movielens", "--protocol", "leave-one-out", "--json", "--predictions", predictions);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal("leave-one-out", run.Json.GetProperty("protocol").GetString());
        Assert.Equal(Profiles, run.Json.GetProperty("profiles").GetInt32());
        Assert.Equal(Titles, run.Json.GetProperty("titles").GetInt32());
        Assert.Equal(Profiles * (EventsEach - 2), run.Json.GetProperty("events").GetInt64());
        Assert.True(run.Json.GetProperty("trainSeconds").GetDouble() >= 0);

        var hits = File.ReadLines(predictions).Skip(1).Select(line => line.Split('\t'))
            .Count(row => int.Parse(row[1], CultureInfo.InvariantCulture) <= 10 && heldOut[row[0]] == row[2]);
        var hitRate = run.Json.GetProperty("metrics").GetProperty("HR@10").GetDouble();
        Assert.Equal((double)hits / Profiles, hitRate, tolerance: 1.5 / Profiles);
        Assert.True(hitRate > 0.5, $"the next title of a fixed chain was found for {hitRate:P0} only");
    }

    [Fact]
    public async Task The_report_is_one_page_that_needs_no_other_file()
    {
        WriteChains();
        var page = _folder.In("reports/figures.html");
        var run = await CommandRun.OfAsync(
            "evaluate", "--dataset", _folder.Path, "--format", "movielens", "--protocol", "match-score", "--exact-times", "1-50", "--report", page, "--json");

        Assert.True(run.ExitCode == 0, run.Error);
        var html = await File.ReadAllTextAsync(page);
        Assert.StartsWith("<!doctype html>", html, StringComparison.Ordinal);
        Assert.EndsWith("</html>\n", html, StringComparison.Ordinal);
        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.Contains("Reliability", html, StringComparison.Ordinal);
        Assert.Contains("personalize evaluate", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", html, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", html, StringComparison.Ordinal);
        Assert.NotEmpty(run.Json.GetProperty("reliability").EnumerateArray());
        var ends = run.Json.GetProperty("intervals").GetProperty("Brier");
        Assert.InRange(run.Json.GetProperty("metrics").GetProperty("Brier").GetDouble(), ends[0].GetDouble(), ends[1].GetDouble());
    }

    [Fact]
    public async Task The_report_shows_how_the_sequence_encoder_learnt()
    {
        // Enough events for one to be worth while.
        WriteChains(profiles: 500);
        var page = _folder.In("learning.html");
        var run = await CommandRun.OfAsync(
            "evaluate", "--dataset", _folder.Path, "--format", "movielens", "--protocol", "leave-one-out", "--report", page, "--json");

        Assert.True(run.ExitCode == 0, run.Error);
        var passes = run.Json.GetProperty("learningCurve").EnumerateArray().ToList();
        Assert.True(passes.Count > 1);
        Assert.True(passes[^1].GetProperty("loss").GetDouble() < passes[0].GetProperty("loss").GetDouble());
        var html = await File.ReadAllTextAsync(page);
        Assert.Contains("How the sequence encoder learnt", html, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Learning curve\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Places_that_are_none_are_refused()
    {
        var run = await CommandRun.OfAsync("evaluate", "--dataset", _folder.Path, "--format", "movielens", "--exact-times", "9-3");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("--exact-times", run.Error, StringComparison.Ordinal);
    }

    // Every profile walks along the same circle of titles, from a start of its own.
    private Dictionary<string, string> WriteChains(int profiles = Profiles)
    {
        _folder.File("movies.dat", string.Concat(Enumerable.Range(1, Titles).Select(title => $"{title}::Title {title} (1999)::Drama\n")));
        var ratings = Enumerable.Range(1, profiles).SelectMany(profile => Enumerable.Range(0, EventsEach)
            .Select(step => $"{profile}::{TitleAt(profile, step)}::4::{978300000 + (profile * 100_000) + (step * 4_000)}\n"));
        _folder.File("ratings.dat", string.Concat(ratings));
        return Enumerable.Range(1, profiles).ToDictionary(
            profile => profile.ToString(CultureInfo.InvariantCulture),
            profile => TitleAt(profile, EventsEach - 1).ToString(CultureInfo.InvariantCulture));
    }

    private static int TitleAt(int profile, int step) => 1 + (((profile * 7) + step) % Titles);
}
