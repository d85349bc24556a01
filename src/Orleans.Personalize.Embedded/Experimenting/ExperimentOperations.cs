using System.Collections.Immutable;
using Orleans.Personalize.Engine.Experiments;
using Orleans.Personalize.Experiments;

namespace Orleans.Personalize.Embedded.Experimenting;

/// <summary><see cref="IExperiments"/> of the embedded host.</summary>
/// <param name="experiments">The experiments as committed.</param>
/// <param name="change">Writes what becomes of one of them.</param>
/// <param name="counts">Reads what was counted.</param>
/// <param name="options">Lists what arms may change.</param>
/// <param name="time">Says what time it is.</param>
internal sealed class ExperimentOperations(
    ExperimentRegister experiments,
    Func<ExperimentId, Func<ExperimentSet, ExperimentSet>, CancellationToken, Task<ExperimentSet>> change,
    Func<ExperimentId, ImmutableArray<(ArmGroup Group, ArmCounts Counts)>> counts,
    Func<ExperimentOptionList> options,
    TimeProvider time) : IExperiments
{
    Task<ExperimentList> IExperiments.ListExperimentsAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new ExperimentList { Experiments = experiments.Current.Experiments });

    Task<Experiment> IExperiments.GetExperimentAsync(ExperimentId experiment, CancellationToken cancellationToken) =>
        experiments.Current.Find(experiment) is { } found ? Task.FromResult(found) : Task.FromException<Experiment>(new UnknownExperimentException(experiment));

    async Task IExperiments.PutExperimentAsync(Experiment experiment, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        await change(experiment.Id, set => set.Put(experiment, time.GetUtcNow()), cancellationToken);
    }

    async Task<Experiment> IExperiments.StartExperimentAsync(ExperimentId experiment, CancellationToken cancellationToken) =>
        (await change(experiment, set => set.Start(experiment, time.GetUtcNow()), cancellationToken)).Find(experiment)!;

    async Task<Experiment> IExperiments.StopExperimentAsync(ExperimentId experiment, CancellationToken cancellationToken) =>
        (await change(experiment, set => set.Stop(experiment, time.GetUtcNow()), cancellationToken)).Find(experiment)!;

    async Task<bool> IExperiments.RemoveExperimentAsync(ExperimentId experiment, CancellationToken cancellationToken)
    {
        var removed = false;
        await change(
            experiment,
            set =>
            {
                removed = set.Find(experiment) is not null;
                return set.Without(experiment);
            },
            cancellationToken);
        return removed;
    }

    Task<ExperimentReport> IExperiments.ReportExperimentAsync(ExperimentId experiment, CancellationToken cancellationToken)
    {
        try
        {
            var found = experiments.Current.Find(experiment) ?? throw new UnknownExperimentException(experiment);
            return Task.FromResult(ExperimentReports.Of(found, counts(experiment), time.GetUtcNow()));
        }
        catch (Exception error) when (error is UnknownExperimentException or UnavailableException)
        {
            return Task.FromException<ExperimentReport>(error);
        }
    }

    Task<ProfileExperiments> IExperiments.GetProfileExperimentsAsync(ProfileId profile, CancellationToken cancellationToken) =>
        Task.FromResult(experiments.Current.Describe(profile, time.GetUtcNow()));

    Task<ExperimentOptionList> IExperiments.ListExperimentOptionsAsync(CancellationToken cancellationToken) => Task.FromResult(options());
}
