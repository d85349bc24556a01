using System.CommandLine;
using Orleans.Personalize.Cli.Events;
using Orleans.Personalize.Cli.Output;
using Orleans.Personalize.Cli.Targets;
using Orleans.Personalize.ModelFiles;
using Orleans.Personalize.Models;
using Orleans.Personalize.Training.Comparison;
using Orleans.Personalize.Training.Models;
using Spectre.Console;

namespace Orleans.Personalize.Cli.Commands;

/// <summary><c>personalize model</c>: which models there are, how one does against another, and which is in service.</summary>
internal static class ModelCommand
{
    public static Command Create() => new("model", "List, compare, publish, activate and roll back models, in a data folder or on a running service.")
    {
        CreateList(), CreateCompare(), ModelPublishing.Create(), CreateActivate(), CreateRollBack(),
    };

    private static Command CreateList()
    {
        var (data, to, key, json) = Options();
        var command = new Command("list", "List the models at hand, the newest first.") { data, to, key, json };
        command.Runs(json, async (arguments, terminal, cancellationToken) =>
        {
            using var models = Open(arguments.GetValue(to), arguments.GetValue(key), arguments.GetRequiredValue(data));
            var list = await models.Operations.ListModelsAsync(cancellationToken);
            terminal.Result(list, console => Print(list, console));
        });
        return command;
    }

    private static Command CreateActivate()
    {
        var (data, to, key, json) = Options();
        var version = new Argument<string>("version") { Description = "The model, by its version." };
        var command = new Command("activate", "Put a model in service; a damaged one is refused.") { version, data, to, key, json };
        command.Runs(json, async (arguments, terminal, cancellationToken) =>
        {
            using var models = Open(arguments.GetValue(to), arguments.GetValue(key), arguments.GetRequiredValue(data));
            Tell(await models.Operations.ActivateModelAsync(arguments.GetRequiredValue(version), cancellationToken), terminal);
        });
        return command;
    }

    private static Command CreateRollBack()
    {
        var (data, to, key, json) = Options();
        var command = new Command("rollback", "Put the model back in service that was in service before; once more, the one before that.") { data, to, key, json };
        command.Runs(json, async (arguments, terminal, cancellationToken) =>
        {
            using var models = Open(arguments.GetValue(to), arguments.GetValue(key), arguments.GetRequiredValue(data));
            Tell(await models.Operations.RollBackModelAsync(cancellationToken), terminal);
        });
        return command;
    }

    private static Command CreateCompare()
    {
        var (data, json) = (CommonOptions.Data(), CommonOptions.Json());
        var service = new EventOptions("Compare on");
        var version = new Argument<string>("version") { Description = "The candidate, by its version." };
        var with = new Option<string?>("--with") { Description = "The model to compare with; the one in service where left out.", HelpName = "VERSION" };
        var command = new Command("compare", """
            Compare a model with the one in service on the same held-out events: newer than what either was trained on where there are enough.
            Example: personalize model compare 0123456789abcdef --data ./data
            """)
        {
            version, with, data, json,
        };
        service.AddTo(command);
        command.Runs(json, async (arguments, terminal, cancellationToken) =>
        {
            var folder = arguments.GetRequiredValue(data);
            var models = DataFolder.Models(folder);
            var candidate = models.Open(arguments.GetRequiredValue(version));
            var inService = arguments.GetValue(with) is { } other ? models.Open(other) : models.OpenActive();
            var events = await service.ReadAsync(arguments, folder, terminal, cancellationToken);
            var comparison = await terminal.WithProgressAsync(progress => Task.Run(
                () =>
                {
                    var steps = new ProgressSteps(progress);
                    try
                    {
                        var compared = ModelComparer.Compare(
                            events, inService, candidate, new TrainingOptions(), new Report<TrainingProgress>(p => steps.Report("Comparing", p.Fraction)), cancellationToken);
                        steps.Complete();
                        return compared;
                    }
                    catch (ArgumentException failure)
                    {
                        throw new CommandFailedException(failure.Message, failure);
                    }
                },
                cancellationToken));
            var document = ComparisonDocument.Of(comparison);
            terminal.Result(document, document.Print);
        });
        return command;
    }

    private static (Option<DirectoryInfo> Data, Option<Uri?> To, Option<string?> Key, Option<bool> Json) Options() =>
        (CommonOptions.Data(), CommonOptions.To(), CommonOptions.ApiKey(), CommonOptions.Json());

    private static OpenedModels Open(Uri? service, string? key, DirectoryInfo data)
    {
        if (service is not null)
        {
            var models = new ServiceModels(service, key);
            return new OpenedModels(models, models);
        }

        // A service on the folder follows by itself.
        var store = DataFolder.Models(data);
        return new OpenedModels(
            new ModelOperations(
                store,
                () => Task.FromResult(store.OpenActive().Info),
                () => throw new NotSupportedException("a folder without a service has no catalogue to describe communities with")),
            null);
    }

    private static void Tell(ModelInfo info, Terminal terminal) =>
        terminal.Result(info, console => console.WriteLine($"Model {info.Version} is in service; a service running on the folder takes it over within seconds."));

    private static void Print(ModelList list, IAnsiConsole console)
    {
        var table = new Table();
        foreach (var name in new[] { "model", "", "trained at" })
            table.AddColumn(new TableColumn(name).NoWrap());
        foreach (var name in new[] { "titles", "events", "MB" })
            table.AddColumn(new TableColumn(name).RightAligned());
        table.AddColumn(ModelComparison.Deciding);
        foreach (var model in list.Models)
        {
            var standing = model.Standing switch { ModelStanding.InService => "in service", ModelStanding.Before => "before", _ => "" };
            if (model.Info is { } info)
                table.AddRow(model.Version, standing, $"{info.TrainedAt:yyyy-MM-dd HH:mm}", $"{info.Titles:N0}", $"{info.Events:N0}", $"{info.Bytes / 1e6:F1}", MeasuredOf(info));
            else
                table.AddRow(model.Version.EscapeMarkup(), standing, "", "", "", "", (model.Problem ?? "").EscapeMarkup());
        }

        console.Write(table);
    }

    private static string MeasuredOf(ModelInfo info) =>
        info.Metrics.FirstOrDefault(metric => metric.Name == ModelComparison.Deciding) is { } metric ? $"{metric.Value:F4}" : "";

    private sealed record OpenedModels(IModelOperations Operations, IDisposable? Owned) : IDisposable
    {
        public void Dispose() => Owned?.Dispose();
    }
}
