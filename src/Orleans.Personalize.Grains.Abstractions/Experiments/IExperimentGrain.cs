using Orleans.CodeGeneration;
using Orleans.Concurrency;
using Orleans.Personalize.Experiments;

namespace Orleans.Personalize.Grains.Experiments;

/// <summary>The experiments of one tenant, which is its key, and what came of them. Every silo asks once a second whether they changed.</summary>
/// <remarks>All calls interleave; concurrent changes share one write.</remarks>
[Version(1), Alias("op.IExperimentGrain")]
public interface IExperimentGrain : IGrainWithStringKey
{
    /// <summary>Adds an experiment or replaces it whole; returns when that is durable.</summary>
    /// <exception cref="InvalidRequestException">Something is wrong with it, or there are too many.</exception>
    [AlwaysInterleave, Alias("Put")]
    Task PutAsync(Experiment experiment);

    /// <summary>Starts an experiment now.</summary>
    /// <exception cref="UnknownExperimentException">There is none of this id.</exception>
    /// <exception cref="InvalidRequestException">It has ended, or would run beside another that changes the same option.</exception>
    [AlwaysInterleave, Alias("Start")]
    Task<Experiment> StartAsync(ExperimentId experiment);

    /// <summary>Stops an experiment now.</summary>
    /// <exception cref="UnknownExperimentException">There is none of this id.</exception>
    /// <exception cref="InvalidRequestException">It has not begun.</exception>
    [AlwaysInterleave, Alias("Stop")]
    Task<Experiment> StopAsync(ExperimentId experiment);

    /// <summary>Takes an experiment away with what was counted.</summary>
    /// <returns>Whether there was such an experiment.</returns>
    [AlwaysInterleave, Alias("Remove")]
    Task<bool> RemoveAsync(ExperimentId experiment);

    /// <summary>The experiments, unless the asker knows them.</summary>
    /// <param name="known">The version the asker has; -1 for none.</param>
    [AlwaysInterleave, ReadOnly, Alias("Get")]
    Task<ExperimentChanges> GetAsync(long known);

    /// <summary>What came of an experiment, as far as silos have handed over what they counted.</summary>
    /// <exception cref="UnknownExperimentException">There is none of this id.</exception>
    [AlwaysInterleave, ReadOnly, Alias("Report")]
    Task<ExperimentReport> ReportAsync(ExperimentId experiment);

    /// <summary>In which arm of each experiment a profile is.</summary>
    [AlwaysInterleave, ReadOnly, Alias("Describe")]
    Task<ProfileExperiments> DescribeAsync(ProfileId profile);

    /// <summary>The figures that arms may change.</summary>
    [AlwaysInterleave, ReadOnly, Alias("ListOptions")]
    Task<ExperimentOptionList> ListOptionsAsync();
}
