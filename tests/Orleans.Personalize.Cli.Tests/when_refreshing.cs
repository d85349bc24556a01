using System.Text;

namespace Orleans.Personalize.Cli.Tests;

public sealed class when_refreshing : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => _folder.In("data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task New_titles_and_events_enter_the_model_in_service_and_can_be_rolled_back()
    {
        var trained = await CommandRun.OfAsync("train", "--data", Data, "--dataset", Ratings("early", titles: 20, each: 10), "--format", "movielens", "--json");
        Assert.True(trained.ExitCode == 0, trained.Error);
        var first = trained.Json.GetProperty("version").GetString()!;

        var refreshed = await CommandRun.OfAsync("refresh", "--data", Data, "--dataset", Ratings("late", titles: 24, each: 12), "--format", "movielens", "--json");
        Assert.True(refreshed.ExitCode == 0, refreshed.Error);
        Assert.Equal(first, refreshed.Json.GetProperty("refreshedFrom").GetString());
        Assert.Equal((80, 4), (refreshed.Json.GetProperty("newEvents").GetInt32(), refreshed.Json.GetProperty("newTitles").GetInt32()));
        var model = refreshed.Json.GetProperty("model");
        Assert.True(model.GetProperty("inService").GetBoolean());
        Assert.Equal((24, 480), (model.GetProperty("titles").GetInt32(), model.GetProperty("events").GetInt32()));
        Assert.NotEqual(first, model.GetProperty("version").GetString());

        var again = await CommandRun.OfAsync("refresh", "--data", Data, "--dataset", _folder.In("late"), "--format", "movielens");
        Assert.True(again.ExitCode == 0, again.Error);
        Assert.Contains("Nothing happened since", again.Error, StringComparison.Ordinal);
        Assert.Equal(first, (await CommandRun.OfAsync("model", "rollback", "--data", Data, "--json")).Json.GetProperty("version").GetString());
    }

    [Fact]
    public async Task Without_a_model_it_is_said_what_makes_one()
    {
        var run = await CommandRun.OfAsync("refresh", "--data", Data, "--dataset", Ratings("early", titles: 20, each: 10), "--format", "movielens");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("personalize train", run.Error, StringComparison.Ordinal);
    }

    // Forty profiles; of each the first so many ratings, the last of them of titles that are new by then.
    private string Ratings(string name, int titles, int each)
    {
        var folder = Directory.CreateDirectory(_folder.In(name)).FullName;
        var (movies, ratings) = (new StringBuilder(), new StringBuilder());
        for (var title = 1; title <= titles; title++)
            movies.Append(FormattableString.Invariant($"{title}::Film {title} (2000)::Drama\n"));
        for (var turn = 0; turn < each; turn++)
        {
            for (var profile = 1; profile <= 40; profile++)
            {
                var title = turn < 10 ? 1 + (((profile * 3) + turn) % 20) : 21 + ((profile + turn) % 4);
                ratings.Append(FormattableString.Invariant($"{profile}::{title}::{3 + (profile % 3)}::{1_000_000_000 + (turn * 86_400) + profile}\n"));
            }
        }

        File.WriteAllText(Path.Combine(folder, "movies.dat"), movies.ToString());
        File.WriteAllText(Path.Combine(folder, "ratings.dat"), ratings.ToString());
        return folder;
    }
}
