using Orleans.Personalize.Engine.Experiments;

namespace Orleans.Personalize.Embedded.Experimenting;

/// <summary>The experiments as committed. Changed by the writer only, read by anybody.</summary>
internal sealed class ExperimentRegister(ExperimentSet experiments)
{
    private volatile ExperimentSet _current = experiments;

    public ExperimentSet Current => _current;

    /// <summary>Takes in what was committed.</summary>
    public void Publish(ExperimentSet experiments) => _current = experiments;
}
