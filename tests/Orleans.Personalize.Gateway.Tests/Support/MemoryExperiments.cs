using Orleans.Personalize.Engine.Experiments;
using Orleans.Personalize.Experiments;

namespace Orleans.Personalize.Gateway.Tests.Support;

/// <summary>Experiments that are kept and change nothing; one option may be changed.</summary>
internal sealed class MemoryExperiments : IExperiments
{
    private ExperimentSet _experiments = ExperimentSet.Empty;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public Task<ExperimentList> ListExperimentsAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult(new ExperimentList { Experiments = _experiments.Experiments });

    public Task<Experiment> GetExperimentAsync(ExperimentId experiment, CancellationToken cancellationToken = default) => Task.FromResult(Known(experiment));

    public Task PutExperimentAsync(Experiment experiment, CancellationToken cancellationToken = default)
    {
        _experiments = _experiments.Put(experiment, Now);
        return Task.CompletedTask;
    }

    public Task<Experiment> StartExperimentAsync(ExperimentId experiment, CancellationToken cancellationToken = default)
    {
        _experiments = _experiments.Start(experiment, Now);
        return Task.FromResult(Known(experiment));
    }

    public Task<Experiment> StopExperimentAsync(ExperimentId experiment, CancellationToken cancellationToken = default)
    {
        _experiments = _experiments.Stop(experiment, Now);
        return Task.FromResult(Known(experiment));
    }

    public Task<bool> RemoveExperimentAsync(ExperimentId experiment, CancellationToken cancellationToken = default)
    {
        var known = _experiments.Find(experiment) is not null;
        _experiments = _experiments.Without(experiment);
        return Task.FromResult(known);
    }

    public Task<ExperimentReport> ReportExperimentAsync(ExperimentId experiment, CancellationToken cancellationToken = default) =>
        Task.FromResult(ExperimentReports.Of(Known(experiment), [], Now));

    public Task<ProfileExperiments> GetProfileExperimentsAsync(ProfileId profile, CancellationToken cancellationToken = default) =>
        Task.FromResult(_experiments.Describe(profile, Now));

    public Task<ExperimentOptionList> ListExperimentOptionsAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult(new ExperimentOptionList { Options = [new ExperimentOption("discoveryPlace", 7, 0, 40, IsWhole: true, "Where discovery is.")] });

    private Experiment Known(ExperimentId experiment) => _experiments.Find(experiment) ?? throw new UnknownExperimentException(experiment);
}
