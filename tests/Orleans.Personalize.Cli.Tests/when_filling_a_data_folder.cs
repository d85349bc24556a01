using System.Text.Json;

namespace Orleans.Personalize.Cli.Tests;

public sealed class when_filling_a_data_folder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => _folder.In("data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_demo_is_made_trained_on_exported_and_erased()
    {
        var demo = await CommandRun.OfAsync("demo", "--data", Data, "--titles", "80", "--households", "6", "--days", "10", "--train", "--json");
        Assert.True(demo.ExitCode == 0, demo.Error);
        Assert.Equal(80, demo.Json.GetProperty("titles").GetInt64());
        Assert.True(demo.Json.GetProperty("events").GetInt64() > 100);
        Assert.Equal(0, demo.Json.GetProperty("eventsRejected").GetInt64());

        var trained = await CommandRun.OfAsync("train", "--data", Data, "--json");
        Assert.True(trained.ExitCode == 0, trained.Error);
        Assert.NotEmpty(trained.Json.GetProperty("version").GetString()!);

        var profile = await FirstProfileAsync();
        var export = await CommandRun.OfAsync("export", profile, "--data", Data);
        Assert.True(export.ExitCode == 0, export.Error);
        Assert.Equal(profile, export.Json.GetProperty("settings").GetProperty("id").GetString());

        Assert.Equal(0, (await CommandRun.OfAsync("erase", profile, "--data", Data)).ExitCode);
        var gone = await CommandRun.OfAsync("export", profile, "--data", Data);
        Assert.Equal(1, gone.ExitCode);
        Assert.Contains($"there is no profile '{profile}'", gone.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_filling_keeps_what_is_there_when_asked_to()
    {
        await CommandRun.OfAsync("demo", "--data", Data, "--titles", "20", "--households", "1", "--days", "2");
        var second = await CommandRun.OfAsync("demo", "--data", Data, "--titles", "50", "--households", "1", "--days", "2", "--if-empty");

        Assert.Equal(0, second.ExitCode);
        Assert.Contains("they are kept", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_lines_are_named_and_the_rest_is_imported()
    {
        WriteMovieLens(brokenLine: "1::not-a-title");
        var import = await CommandRun.OfAsync("import", "--dataset", _folder.Path, "--format", "movielens", "--data", Data, "--json");

        Assert.True(import.ExitCode == 0, import.Error);
        Assert.Contains("ratings.dat:3:", import.Error, StringComparison.Ordinal);
        Assert.Equal(1, import.Json.GetProperty("unreadableLines").GetInt64());
        Assert.Equal(2, import.Json.GetProperty("events").GetInt64());
    }

    [Fact]
    public async Task A_strict_import_stops_at_a_broken_line_and_changes_nothing()
    {
        WriteMovieLens(brokenLine: "1::not-a-title");
        var import = await CommandRun.OfAsync("import", "--dataset", _folder.Path, "--format", "movielens", "--data", Data, "--strict");

        Assert.Equal(1, import.ExitCode);
        Assert.Contains("ratings.dat:3:", import.Error, StringComparison.Ordinal);
        var export = await CommandRun.OfAsync("export", "1", "--data", Data);
        Assert.Equal(1, export.ExitCode);
    }

    [Fact]
    public async Task Importing_twice_repeats_nothing()
    {
        WriteMovieLens();
        await CommandRun.OfAsync("import", "--dataset", _folder.Path, "--format", "movielens", "--data", Data);
        var again = await CommandRun.OfAsync("import", "--dataset", _folder.Path, "--format", "movielens", "--data", Data, "--json");

        Assert.Equal(0, again.Json.GetProperty("events").GetInt64());
        Assert.Equal(2, again.Json.GetProperty("duplicates").GetInt64());
    }

    [Theory]
    [InlineData("export", "mara", "--data", "no-such-folder")]
    [InlineData("train", "--data", "no-such-folder")]
    [InlineData("import", "--dataset", "no-such-folder")]
    [InlineData("evaluate", "--dataset", ".", "--format", "movielens")]
    [InlineData("demo", "--titles", "0")]
    [InlineData("export", "a/b")]
    [InlineData("serve", "--urls", "http://0.0.0.0:5999")]
    [InlineData("erase", "mara", "--to", "ftp://somewhere")]
    public async Task What_cannot_be_done_is_said_in_words(params string[] arguments)
    {
        var run = await CommandRun.OfAsync(arguments.Contains("--data") || arguments[0] is "import" or "evaluate" ? arguments : [.. arguments, "--data", Data]);

        Assert.Equal(1, run.ExitCode);
        Assert.NotEmpty(run.Error.Trim());
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    private void WriteMovieLens(string? brokenLine = null)
    {
        _folder.File("movies.dat", "1::Toy Story (1995)::Animation|Comedy\n2::Heat (1995)::Action|Crime\n");
        _folder.File("ratings.dat", $"1::1::5::978300760\n1::2::3::978300761\n{brokenLine}\n".TrimEnd('\n') + "\n");
    }

    private async Task<string> FirstProfileAsync()
    {
        // The demo's ids are its own; a service over the folder knows them.
        using var process = CommandRun.Start("serve", "--data", Data, "--urls", "http://127.0.0.1:0");
        try
        {
            var line = await process.StandardError.ReadLineAsync() ?? throw new InvalidOperationException("the service said nothing");
            var address = line[line.IndexOf("http", StringComparison.Ordinal)..].Trim();
            using var http = new HttpClient();
            using var profiles = JsonDocument.Parse(await http.GetStringAsync($"{address}/v1/profiles?count=1"));
            return profiles.RootElement.GetProperty("profiles")[0].GetProperty("id").GetString()!;
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }
}
