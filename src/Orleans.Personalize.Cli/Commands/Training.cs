using Orleans.Personalize.Cli.Output;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.ModelFiles;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Models;
using Orleans.Personalize.Training.Refresh;

namespace Orleans.Personalize.Cli.Commands;

/// <summary>Training or refreshing a model and putting it in service in a data folder.</summary>
internal static class Training
{
    /// <summary>Trains, compares with the model in service on the way, and puts the new one in service as told.</summary>
    public static async Task<TrainDocument> PublishAsync(
        Dataset dataset, DirectoryInfo data, int seed, Terminal terminal, CancellationToken cancellationToken, Activation activation = Activation.IfBetter, int keep = ModelStore.UsualKept)
    {
        var models = DataFolder.Models(data);
        var inService = OpenInService(models, terminal);
        var checkpoints = DataFolder.Checkpoints(data);
        checkpoints.Create();
        var trained = await terminal.WithProgressAsync(progress => Task.Run(
            () =>
            {
                var steps = new ProgressSteps(progress);
                var model = ModelTrainer.Train(
                    dataset,
                    new TrainingOptions { Seed = (ulong)seed, CheckpointFolder = checkpoints.FullName },
                    inService ?? PersonalizationModel.Untrained,
                    new Report<TrainingProgress>(p => steps.Report("Training", p.Fraction)),
                    cancellationToken);
                steps.Complete();
                return model;
            },
            cancellationToken));
        var document = Publish(trained, "trained", models, inService is not null, terminal, activation, keep);
        checkpoints.Delete(recursive: true);
        return document;
    }

    /// <summary>Refreshes the model in service with the events that came since, and puts the new one in service as told.</summary>
    public static async Task<RefreshDocument> RefreshAsync(
        Dataset dataset, DirectoryInfo data, int seed, Terminal terminal, CancellationToken cancellationToken, Activation activation, int keep)
    {
        var models = DataFolder.Models(data);
        var inService = models.ActiveVersion is null
            ? throw new CommandFailedException($"no model is in service in {data.FullName}; 'personalize train' makes one")
            : OpenInService(models, terminal) ?? throw new CommandFailedException("there is nothing to refresh; 'personalize train' makes a new model");
        var newEvents = ModelRefresher.CountNewEvents(dataset, inService);
        if (newEvents == 0)
        {
            terminal.Say($"Nothing happened since the events that model {inService.Info.Version} knows; it stays in service");
            return RefreshDocument.Of(inService, newEvents, TrainDocument.Of(inService.Info, true, 0, null));
        }

        var refreshed = await terminal.WithProgressAsync(progress => Task.Run(
            () =>
            {
                var steps = new ProgressSteps(progress);
                var model = Refresh(
                    dataset,
                    inService,
                    new TrainingOptions { Seed = (ulong)seed },
                    activation == Activation.IfBetter,
                    new Report<TrainingProgress>(p => steps.Report(p.Step, p.Fraction)),
                    cancellationToken);
                steps.Complete();
                return model;
            },
            cancellationToken));
        return RefreshDocument.Of(inService, newEvents, Publish(refreshed, "refreshed", models, true, terminal, activation, keep));
    }

    private static TrainedModel Refresh(
        Dataset dataset, PersonalizationModel model, TrainingOptions options, bool compare, IProgress<TrainingProgress> progress, CancellationToken cancellationToken)
    {
        try
        {
            return ModelRefresher.Refresh(dataset, model, options, compare, progress, cancellationToken);
        }
        catch (ArgumentException failure)
        {
            throw new CommandFailedException(failure.Message, failure);
        }
    }

    private static TrainDocument Publish(
        TrainedModel made, string how, ModelStore models, bool isCompared, Terminal terminal, Activation activation, int keep)
    {
        var info = made.Model.Info;
        var comparison = isCompared ? made.Comparison : null;
        var activate = activation == Activation.Always || (activation == Activation.IfBetter && comparison is not { IsWorse: true });
        var version = models.Add(made.WriteTo);
        if (activate)
            models.Activate(version);
        models.Prune(keep);
        terminal.Say(activate ? $"Model {version} is in service, {how} in {made.Elapsed.TotalSeconds:F1} s"
            : comparison is { IsWorse: true } && activation != Activation.Never
                ? $"Model {version} is worse than {comparison.InService}, which stays in service; 'personalize model activate {version}' overrules that"
                : $"Model {version} is kept; 'personalize model activate {version}' puts it in service");
        return TrainDocument.Of(info, activate, made.Elapsed.TotalSeconds, comparison is null ? null : ComparisonDocument.Of(comparison));
    }

    // What cannot be read is no match for anything.
    private static PersonalizationModel? OpenInService(ModelStore models, Terminal terminal)
    {
        try
        {
            return models.ActiveVersion is null ? null : models.OpenActive();
        }
        catch (Exception failure) when (failure is InvalidDataException or UnknownModelException)
        {
            terminal.Say($"the model in service cannot be read, so there is nothing to compare with: {failure.Message}");
            return null;
        }
    }
}
