using System.CommandLine;
using Orleans.Personalize.Cli.Benching;
using Orleans.Personalize.Cli.Output;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Search;
using Spectre.Console;

namespace Orleans.Personalize.Cli.Commands;

/// <summary><c>personalize bench</c>: measures how long the engine's answers take on one thread, warmed up.</summary>
internal static class BenchCommand
{
    private const int Different = 64;

    // Profiles that take turns in doing something.
    private const int Followed = 16;

    // The parts that cost something worth telling.
    private static readonly ScorePartKind[] Stages =
        [ScorePartKind.ItemItem, ScorePartKind.StableTaste, ScorePartKind.Content, ScorePartKind.Sequence, ScorePartKind.Vector];

    public static Command Create() => new("bench", """
        Measure how long the engine takes, on one thread and warmed up, without a host around it.
        Example: personalize bench page --titles 20000 --history 500 --rows 40 --columns 20 --json
        """)
    {
        Score(),
        Page(),
        Title(),
        Search(),
        Audience(),
    };

    private static Command Score()
    {
        var stages = new Option<bool>("--stages") { Description = "Measure also without each part: what is less then is what the part costs." };
        return Benched(
            "score", "Score the whole catalogue: for profiles in turn, after an event, for one again; take an event in; bring a profile up to another model.",
            3_700, [stages], (world, arguments) =>
            {
                var themes = new ThemeIndex(world.Catalog);
                var buffer = new ScoreBuffer(world.Catalog.Count);
                var scorer = new TitleScorer(world.Catalog, themes, world.Model);
                sbyte[][] preferences = [.. world.Histories.Select(history => scorer.FoldIn(history.AsSpan()))];
                ProfileEvent[] events = [.. Enumerable.Range(0, Different).Select(i => world.NewEvent(1_000_000 + i, world.Now))];
                ScoreBuffer[] followed = [.. Enumerable.Range(0, Followed).Select(_ => new ScoreBuffer(world.Catalog.Count, followsProfile: true))];
                var histories = world.Histories[..Followed].ToArray();
                return
                [
                    new("score", i => Score(scorer, i)),
                    new(
                        BenchStep.AfterEvent,
                        i => scorer.Score(histories[i % Followed].AsSpan(), preferences[i % Followed], world.Moments[i % Followed], followed[i % Followed]),
                        i => histories[i % Followed] = world.Later(histories[i % Followed])),
                    new("again", _ => Score(scorer, 0)),
                    .. (arguments.GetValue(stages) ? Stages : []).Select(part => Stage(part, new TitleScorer(world.Catalog, themes, world.Model, part))),
                    new("update", i => world.Engine.Apply(world.States[i % Different], world.Settings, events[i % Different])),
                    new("foldIn", i => world.Engine.Refresh(world.OlderStates[i % Different])),
                ];

                BenchStep Stage(ScorePartKind part, TitleScorer without) => new($"without {part}", i => Score(without, i));

                void Score(TitleScorer scorer, int run)
                {
                    var profile = run % Different;
                    scorer.Score(world.Histories[profile].AsSpan(), preferences[profile], world.Moments[profile], buffer);
                }
            });
    }

    private static Command Page()
    {
        var rows = new Option<int>("--rows") { Description = "How many rows.", DefaultValueFactory = _ => 40 };
        var columns = new Option<int>("--columns") { Description = "How many titles a row.", DefaultValueFactory = _ => 20 };
        return Benched("page", "Compose a home page: the first of a profile, the next after an event, and another where nothing happened.", 20_000, [rows, columns], (world, arguments) =>
        {
            var request = new HomeRequest { Profile = world.Settings.Id, Rows = arguments.GetValue(rows), Columns = arguments.GetValue(columns) };
            return new BenchVisitors(world).Steps("page", "again", (state, settings, moment, _) => world.Engine.ComposeHome(state, settings, moment, request));
        });
    }

    private static Command Title() => Benched("title", "Describe a title's page: the first of a profile, the next after an event, and for one that goes from title to title.", 20_000, [], (world, _) =>
    {
        // Titles that everybody may see, of all sorts.
        TitleId[] titles = [.. Enumerable.Range(0, world.Catalog.Count)
            .Select(number => world.Catalog[number]!)
            .Where(title => title.MaturityAge <= 12 && title.Availability.IsDefaultOrEmpty)
            .Select(title => title.Id)
            .Take(Different)];
        if (titles.Length == 0)
            throw new CommandFailedException("no title of this catalogue is open to everybody; ask for more --titles");
        return new BenchVisitors(world).Steps(
            "title", "next", (state, settings, moment, run) => world.Engine.DescribeTitle(state, settings, moment, titles[run % titles.Length]));
    });

    private static Command Search() => Benched("search", "Answer a search: the first of a profile, the next after an event, and for one that types letter by letter.", 20_000, [], (world, _) =>
    {
        SearchRequest[] requests = [.. SearchQueries.In(world.Catalog).Select(query => new SearchRequest { Profile = world.Settings.Id, Query = query })];
        var searching = world.WithText();
        return new BenchVisitors(world).Steps(
            "search", "typed", (state, settings, moment, run) => searching.Search(state, settings, moment, requests[run % requests.Length], []));
    });

    private static Command Audience() => Benched(
        "audience", "Tell who would watch a title: one of the catalogue, and one that is only planned; by a whole sample of profiles.", 20_000, [], (world, _) =>
        {
            var audience = new BenchAudience(world);
            return [new("audience", audience.Tell), new("forecast", audience.Forecast)];
        });

    private static Command Benched(
        string name, string description, int usualTitles, Option[] own, Func<BenchWorld, ParseResult, BenchStep[]> steps)
    {
        var titles = new Option<int>("--titles") { Description = "How many titles the catalogue has.", DefaultValueFactory = _ => usualTitles };
        var history = new Option<int>("--history") { Description = "How many interactions the profile has.", DefaultValueFactory = _ => 500 };
        var model = new Option<FileInfo>("--model") { Description = "Answer with this model file instead of one of random numbers in the usual shape.", HelpName = "FILE" }.AcceptExistingOnly();
        var seconds = new Option<double>("--seconds") { Description = "About how long to measure each step.", DefaultValueFactory = _ => 4 };
        var seed = CommonOptions.Seed();
        var json = CommonOptions.Json();
        var command = new Command(name, description) { titles, history, model, seconds, seed, json };
        foreach (var option in own)
            command.Options.Add(option);
        command.Runs(json, (arguments, terminal, cancellationToken) =>
        {
            var (count, interactions) = (arguments.GetValue(titles), arguments.GetValue(history));
            if (count is < 1 or > ModelContent.MaxTitles || interactions is < 0 or > 100_000)
                throw new CommandFailedException($"--titles must be 1 to {ModelContent.MaxTitles} and --history 0 to 100000");
            FileInfo? file = arguments.GetValue(model);
            var world = new BenchWorld(count, interactions, file is null ? null : PersonalizationModel.Read(File.ReadAllBytes(file.FullName)), arguments.GetValue(seed));
            var timer = new BenchTimer(arguments.GetValue(seconds));
            BenchFigures[] figures = [.. steps(world, arguments).Select(step => timer.Measure(step.Name, step.Run, cancellationToken, step.Prepare))];
            Print(name, count, interactions, file?.Name ?? "random", figures, terminal);
            return Task.CompletedTask;
        });
        return command;
    }

    // All of the steps, and before them what a service does most.
    private static object Summary(string name, int titles, int history, string model, BenchFigures[] figures, BenchFigures told) => new
    {
        Bench = name,
        Titles = titles,
        History = history,
        Model = model,
        Step = told.Name,
        told.Runs,
        told.MedianMicroseconds,
        told.P99Microseconds,
        told.ProcessorMedianMicroseconds,
        told.AllocatedBytes,
        told.MedianInterval,
        Steps = figures,
    };

    private static void Print(string name, int titles, int history, string model, BenchFigures[] figures, Terminal terminal) => terminal.Result(
        Summary(name, titles, history, model, figures, Array.Find(figures, figure => figure.Name == BenchStep.AfterEvent) ?? figures[0]),
        console =>
        {
            console.WriteLine($"{titles:N0} titles, {history:N0} interactions, model: {model}; microseconds");
            var table = new Table().AddColumn("");
            foreach (var column in new[] { "median", "95 %", "p99", "processor", "bytes", "runs" })
                table.AddColumn(new TableColumn(column).RightAligned());
            foreach (var figure in figures)
            {
                table.AddRow(
                    figure.Name,
                    $"{figure.MedianMicroseconds:N1}",
                    $"{figure.MedianInterval[0]:N1} to {figure.MedianInterval[1]:N1}",
                    $"{figure.P99Microseconds:N1}",
                    $"{figure.ProcessorMedianMicroseconds:N1}",
                    $"{figure.AllocatedBytes:N0}",
                    $"{figure.Runs:N0}");
            }

            console.Write(table);
        });
}
