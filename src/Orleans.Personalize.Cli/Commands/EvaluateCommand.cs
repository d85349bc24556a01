using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Orleans.Personalize.Cli.Output;
using Orleans.Personalize.Cli.Reports;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Evaluation;
using Orleans.Personalize.Training.Models;
using Spectre.Console;

namespace Orleans.Personalize.Cli.Commands;

/// <summary><c>personalize evaluate</c>: trains on one part of a dataset and measures on the other.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var dataset = CommonOptions.Dataset();
        var format = Importing.Format();
        var protocol = new Option<string>("--protocol") { Description = "What is measured.", DefaultValueFactory = _ => "leave-one-out" }
            .AcceptOnlyFromAmong([.. EvaluationRunner.Protocols.Keys]);
        var predictions = new Option<FileInfo?>("--predictions") { Description = "Write the ranked titles of every profile to this file (tab-separated: profile, rank, title, score).", HelpName = "FILE" };
        var report = new Option<FileInfo?>("--report") { Description = "Write the figures as one self-contained HTML page.", HelpName = "FILE" };
        var splits = new Option<DirectoryInfo?>("--splits") { Description = "Folder of published splits, for protocols that hold out whole profiles.", HelpName = "DIR" };
        var minimum = new Option<int>("--min-events") { Description = "Fewest events of a profile that takes part, 3 or more.", DefaultValueFactory = _ => 3 };
        var validation = new Option<bool>("--validation") { Description = "Measure on the validation part instead of the test part, for choosing parameters." };
        var exact = new Option<(int First, int Last)?>("--exact-times") { Description = "The profiles, by their places in the dataset, whose times are exact: they are sliced by the gap between events once more, for example 1-2998.", HelpName = "FIRST-LAST", CustomParser = ParsePlaces };
        var ablate = new Option<bool>("--ablate") { Description = "Measure also with each part of the score off: the blend is learnt again without it, the other parts stay as they are." };
        var threads = new Option<int>("--threads") { Description = "How many threads work; 0 for one a processor." };
        var checkpoints = new Option<DirectoryInfo?>("--checkpoints") { Description = "Keep the sequence encoder in this folder while it is trained: a run that was stopped goes on, and what is there is not trained again.", HelpName = "DIR" };
        var seed = CommonOptions.Seed();
        var strict = CommonOptions.Strict();
        var json = CommonOptions.Json();

        var command = new Command("evaluate", """
            Train on one part of a dataset and measure on the part held out: full ranking, no sampled negatives.
            Example: personalize evaluate --dataset ml-1m --format movielens --protocol leave-one-out --json --predictions top.tsv
            """)
        {
            dataset, format, protocol, report, predictions, splits, minimum, validation, exact, ablate, threads, checkpoints, seed, strict, json,
        };
        command.Runs(json, async (arguments, terminal, cancellationToken) =>
        {
            var imported = await Importing.ReadAsync(
                arguments.GetRequiredValue(dataset), arguments.GetRequiredValue(format), arguments.GetValue(strict), terminal, cancellationToken);
            var target = arguments.GetValue(predictions);
            using var writer = target is null ? null : new PredictionWriter(target);
            var request = new EvaluationRequest
            {
                Protocol = EvaluationRunner.Protocols[arguments.GetRequiredValue(protocol)],
                Training = new TrainingOptions
                {
                    Seed = (ulong)arguments.GetValue(seed),
                    Threads = arguments.GetValue(threads),
                    CheckpointFolder = arguments.GetValue(checkpoints) is { } folder ? Directory.CreateDirectory(folder.FullName).FullName : null,
                },
                SplitsFolder = arguments.GetValue(splits)?.FullName,
                MinimumEvents = arguments.GetValue(minimum),
                OnValidation = arguments.GetValue(validation),
                ExactTimes = arguments.GetValue(exact),
                Ablate = arguments.GetValue(ablate),
                Predictions = writer is null ? null : writer.Write,
            };
            var result = await EvaluateAsync(request, imported.ToDataset(), terminal, cancellationToken);
            if (arguments.GetValue(report) is { } page)
                WriteReport(result, arguments, page, terminal);
            terminal.Result(EvaluationDocument.Of(result), console => EvaluationTables.Print(result, console));
        });
        return command;
    }

    private static void WriteReport(EvaluationResult result, ParseResult arguments, FileInfo page, Terminal terminal)
    {
        page.Directory?.Create();
        var command = string.Join(' ', arguments.Tokens.Select(token => token.Value).Prepend("personalize"));
        File.WriteAllText(page.FullName, new EvaluationReport(result, command, TimeProvider.System.GetUtcNow()).Write());
        terminal.Say($"Report written to {page.FullName}");
    }

    private static (int First, int Last)? ParsePlaces(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (text.Split('-') is [var first, var last]
            && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var to)
            && from >= 1
            && to >= from)
            return (from, to);
        result.AddError($"--exact-times: '{text}' is not two places such as 1-2998");
        return null;
    }

    private static Task<EvaluationResult> EvaluateAsync(
        EvaluationRequest request, Dataset dataset, Terminal terminal, CancellationToken cancellationToken) =>
        terminal.WithProgressAsync(progress => Task.Run(
            () =>
            {
                var steps = new ProgressSteps(progress);
                try
                {
                    return EvaluationRunner.Run(
                        request, dataset, new Report<EvaluationProgress>(p => steps.Report(p.Step, p.Fraction)), cancellationToken);
                }
                catch (Exception failure) when (failure is ArgumentException or FileNotFoundException)
                {
                    throw new CommandFailedException(failure.Message, failure);
                }
            },
            cancellationToken));
}
