using Microsoft.Extensions.Options;
using Orleans.Personalize.Experiments;
using Orleans.Personalize.Grains.Experiments;

namespace Orleans.Personalize.Client;

/// <summary><see cref="IExperiments"/> of one tenant on an Orleans cluster.</summary>
internal sealed class ClusterExperiments(IGrainFactory grains, ClusterCalls calls, IOptions<PersonalizeClientOptions> options) : IExperiments
{
    private IExperimentGrain Owner => grains.GetGrain<IExperimentGrain>(options.Value.Tenant);

    async Task<ExperimentList> IExperiments.ListExperimentsAsync(CancellationToken cancellationToken) =>
        new() { Experiments = (await calls.OperateAsync(() => Owner.GetAsync(-1), cancellationToken)).Experiments ?? [] };

    async Task<Experiment> IExperiments.GetExperimentAsync(ExperimentId experiment, CancellationToken cancellationToken)
    {
        var all = await calls.OperateAsync(() => Owner.GetAsync(-1), cancellationToken);
        return all.Experiments?.FirstOrDefault(known => known.Id == experiment) ?? throw new UnknownExperimentException(experiment);
    }

    Task IExperiments.PutExperimentAsync(Experiment experiment, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        return calls.OperateAsync(() => Owner.PutAsync(experiment), cancellationToken);
    }

    Task<Experiment> IExperiments.StartExperimentAsync(ExperimentId experiment, CancellationToken cancellationToken) =>
        calls.OperateAsync(() => Owner.StartAsync(experiment), cancellationToken);

    Task<Experiment> IExperiments.StopExperimentAsync(ExperimentId experiment, CancellationToken cancellationToken) =>
        calls.OperateAsync(() => Owner.StopAsync(experiment), cancellationToken);

    async Task<bool> IExperiments.RemoveExperimentAsync(ExperimentId experiment, CancellationToken cancellationToken) =>
        experiment.Value is not null && await calls.OperateAsync(() => Owner.RemoveAsync(experiment), cancellationToken);

    Task<ExperimentReport> IExperiments.ReportExperimentAsync(ExperimentId experiment, CancellationToken cancellationToken) =>
        calls.OperateAsync(() => Owner.ReportAsync(experiment), cancellationToken);

    Task<ProfileExperiments> IExperiments.GetProfileExperimentsAsync(ProfileId profile, CancellationToken cancellationToken) =>
        calls.OperateAsync(() => Owner.DescribeAsync(profile), cancellationToken);

    Task<ExperimentOptionList> IExperiments.ListExperimentOptionsAsync(CancellationToken cancellationToken) =>
        calls.OperateAsync(() => Owner.ListOptionsAsync(), cancellationToken);
}
