using System.Text;
using System.Text.Json;
using Orleans.Personalize.EventLogs;
using Orleans.Personalize.Events;
using Orleans.Personalize.Json;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Cli.Tests;

public sealed class when_training_on_the_log_of_a_cluster : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 20, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();

    private FolderLogStore Log => new(_folder.In("log"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Its_events_and_titles_make_the_model_without_those_of_erased_profiles()
    {
        await using (var writer = new EventLogWriter(Log, "films", TimeProvider.System))
        {
            for (var profile = 0; profile < 41; profile++)
            {
                var life = Guid.NewGuid();
                var lines = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 10).Select(n => Line(profile, n))));
                await writer.AppendAsync(life, lines);
                await writer.AppendAsync(life, lines);
                if (profile == 40)
                    await writer.EraseAsync(life);
            }
        }

        await new EventLogCompactor(Log, "films", TimeProvider.System).PutTitlesAsync(
            [.. Enumerable.Range(0, 20).Select(n => new Title { Id = TitleOf(n), Name = $"Film {n}", Kind = TitleKind.Film })], 1);

        var trained = await CommandRun.OfAsync("train", "--data", _folder.In("data"), "--log", _folder.In("log"), "--tenant", "films", "--json");

        Assert.True(trained.ExitCode == 0, trained.Error);
        Assert.Contains("400 events on 20 titles", trained.Error, StringComparison.Ordinal);
        Assert.Equal((20, 400), (trained.Json.GetProperty("titles").GetInt32(), trained.Json.GetProperty("events").GetInt32()));
        Assert.True(trained.Json.GetProperty("inService").GetBoolean());
    }

    [Theory]
    [InlineData("there are no titles of 'default' in the log yet", "--log", "nowhere")]
    [InlineData("neither a folder nor the address of a container", "--log", "ftp://somewhere/log")]
    [InlineData("neither a key nor a signature", "--log", "log", "--connection", "AccountName=a")]
    public async Task A_log_that_cannot_be_read_is_told_in_one_line(string message, params string[] arguments)
    {
        var run = await CommandRun.OfAsync(["train", "--data", _folder.In("data"), .. arguments]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private static TitleId TitleOf(int number) => new($"film-{number}");

    private static string Line(int profile, int turn) => JsonSerializer.Serialize<ProfileEvent>(
        new TitleRated
        {
            Id = new EventId($"{profile}-{turn}"),
            Profile = new ProfileId($"p{profile}"),
            Time = Start.AddDays(turn).AddMinutes(profile),
            Title = TitleOf(((profile * 3) + turn) % 20),
            Stars = 3 + (profile % 3),
        },
        PersonalizeJson.Options) + "\n";
}
