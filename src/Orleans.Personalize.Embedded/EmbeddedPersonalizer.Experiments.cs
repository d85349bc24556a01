using Orleans.Personalize.Embedded.Writing;
using Orleans.Personalize.Engine.Experiments;
using Orleans.Personalize.Experiments;

namespace Orleans.Personalize.Embedded;

/// <content>What operators try.</content>
public sealed partial class EmbeddedPersonalizer
{
    /// <summary>What operators do with experiments.</summary>
    public IExperiments Experiments { get; }

    private async Task<ExperimentSet> ChangeExperimentAsync(
        ExperimentId experiment, Func<ExperimentSet, ExperimentSet> change, CancellationToken cancellationToken)
    {
        var (experiments, refusal) = await _writer.WriteAsync(new ChangeExperiment(experiment, change), cancellationToken);
        return refusal is null ? experiments! : throw refusal;
    }
}
