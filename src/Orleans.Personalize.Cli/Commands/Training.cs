using Orleans.Personalize.Cli.Output;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.ModelFiles;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Cli.Commands;

/// <summary>Training a model and putting it in service in a data folder.</summary>
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
        var info = trained.Model.Info;
        var comparison = inService is null ? null : trained.Comparison;
        var activate = activation == Activation.Always || (activation == Activation.IfBetter && comparison is not { IsWorse: true });
        var version = models.Add(trained.WriteTo);
        if (activate)
            models.Activate(version);
        models.Prune(keep);
        checkpoints.Delete(recursive: true);
        terminal.Say(activate ? $"Model {version} is in service, trained in {trained.Elapsed.TotalSeconds:F1} s"
            : comparison is { IsWorse: true } && activation != Activation.Never
                ? $"Model {version} is worse than {comparison.InService}, which stays in service; 'personalize model activate {version}' overrules that"
                : $"Model {version} is kept; 'personalize model activate {version}' puts it in service");
        return TrainDocument.Of(info, activate, trained.Elapsed.TotalSeconds, comparison is null ? null : ComparisonDocument.Of(comparison));
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
