using Orleans.Personalize.Engine.Experiments;

namespace Orleans.Personalize.Embedded.Writing;

/// <summary>Changes one experiment. The answer is all of them afterwards, or why it cannot be.</summary>
/// <param name="experiment">Which one.</param>
/// <param name="change">What becomes of it, from those that are there.</param>
internal sealed class ChangeExperiment(ExperimentId experiment, Func<ExperimentSet, ExperimentSet> change) : AnsweredWrite<(ExperimentSet? Experiments, Exception? Refusal)>
{
    protected override (ExperimentSet? Experiments, Exception? Refusal) Work(WriteGroup group)
    {
        try
        {
            group.ChangeExperiment(experiment, change(group.Experiments));
            return (group.Experiments, null);
        }
        catch (Exception refusal) when (refusal is InvalidRequestException or UnknownExperimentException)
        {
            return (null, refusal);
        }
    }
}
