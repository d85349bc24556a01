using Orleans.Personalize.Cli.Output;
using Orleans.Personalize.Models;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Models;
using Spectre.Console;

namespace Orleans.Personalize.Cli.Commands;

/// <summary>Training a model and putting it in service in a data folder.</summary>
internal static class Training
{
    public static async Task<ModelInfo> PublishAsync(
        Dataset dataset, DirectoryInfo data, int seed, Terminal terminal, CancellationToken cancellationToken)
    {
        var model = await terminal.WithProgressAsync(progress => Task.Run(
            () =>
            {
                var steps = new ProgressSteps(progress);
                var trained = ModelTrainer.Train(
                    dataset,
                    new TrainingOptions { Seed = (ulong)seed },
                    new Report<TrainingProgress>(p => steps.Report("Training", p.Fraction)),
                    cancellationToken);
                steps.Complete();
                return trained;
            },
            cancellationToken));
        DataFolder.Models(data).Publish(model.WriteTo);
        terminal.Say($"Model {model.Model.Info.Version} is in service, trained in {model.Elapsed.TotalSeconds:F1} s");
        return model.Model.Info;
    }

    public static void Print(ModelInfo info, IAnsiConsole console)
    {
        var table = new Table().AddColumn("model").AddColumn(info.Version);
        table.AddRow("trained at", $"{info.TrainedAt:u}");
        table.AddRow("titles", $"{info.Titles:N0}");
        table.AddRow("profiles", $"{info.Profiles:N0}");
        table.AddRow("events", $"{info.Events:N0}");
        table.AddRow("file", $"{info.Bytes / 1e6:F1} MB");
        foreach (var metric in info.Metrics)
            table.AddRow($"{metric.Name} (held-out events)".EscapeMarkup(), $"{metric.Value:F4}");
        console.Write(table);
    }
}
