namespace Orleans.Personalize.Experiments;

/// <summary>
/// What operators do with the experiments of one tenant. Both hosts implement it beside <see cref="IPersonalizer"/>. A change is durable when the call returns; pages
/// follow at once, on the other silos of a cluster within a second.
/// </summary>
public interface IExperiments
{
    /// <summary>All experiments.</summary>
    Task<ExperimentList> ListExperimentsAsync(CancellationToken cancellationToken = default);

    /// <summary>One experiment.</summary>
    /// <exception cref="UnknownExperimentException">There is none of this id.</exception>
    Task<Experiment> GetExperimentAsync(ExperimentId experiment, CancellationToken cancellationToken = default);

    /// <summary>Adds an experiment or replaces it whole. Of one that has begun only the name and an end that is still to come can change.</summary>
    /// <exception cref="InvalidRequestException">Something is wrong with it, it would run beside another that changes the same option, or there are too many.</exception>
    Task PutExperimentAsync(Experiment experiment, CancellationToken cancellationToken = default);

    /// <summary>Starts an experiment now, also one that was to start later. One that runs goes on as it is.</summary>
    /// <exception cref="UnknownExperimentException">There is none of this id.</exception>
    /// <exception cref="InvalidRequestException">It has ended, or would run beside another that changes the same option.</exception>
    Task<Experiment> StartExperimentAsync(ExperimentId experiment, CancellationToken cancellationToken = default);

    /// <summary>Stops an experiment now, for good: every page is as without it, what was counted stays. One that has ended stays as it is.</summary>
    /// <exception cref="UnknownExperimentException">There is none of this id.</exception>
    /// <exception cref="InvalidRequestException">It has not begun.</exception>
    Task<Experiment> StopExperimentAsync(ExperimentId experiment, CancellationToken cancellationToken = default);

    /// <summary>Takes an experiment away with what was counted. Removing what is not there is no error.</summary>
    /// <returns>Whether there was such an experiment.</returns>
    Task<bool> RemoveExperimentAsync(ExperimentId experiment, CancellationToken cancellationToken = default);

    /// <summary>What came of an experiment so far; on a cluster without what silos counted in the last second.</summary>
    /// <exception cref="UnknownExperimentException">There is none of this id.</exception>
    Task<ExperimentReport> ReportExperimentAsync(ExperimentId experiment, CancellationToken cancellationToken = default);

    /// <summary>In which arm of each experiment a profile is, or will be once it runs.</summary>
    Task<ProfileExperiments> GetProfileExperimentsAsync(ProfileId profile, CancellationToken cancellationToken = default);

    /// <summary>The figures that arms may change.</summary>
    Task<ExperimentOptionList> ListExperimentOptionsAsync(CancellationToken cancellationToken = default);
}
