using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Personalize.Engine.Experiments;
using Orleans.Personalize.Experiments;
using Orleans.Personalize.Grains.Similarity;
using Orleans.Personalize.Grains.Storage;
using Orleans.Personalize.Json;

namespace Orleans.Personalize.Grains.Experiments;

/// <summary>
/// Holds all experiments and their counts in memory. A change of an experiment is written before it is acknowledged; counts are saved
/// <see cref="PersonalizeGrainOptions.CountSaveInterval"/> after a change and when it is deactivated, so that a crash loses at most the counts of that time.
/// </summary>
internal sealed class ExperimentGrain(
    [PersistentState("experiments", PersonalizeStorage.Measured)] IPersistentState<StoredExperiments> storage,
    [PersistentState("experiment-counts", PersonalizeStorage.Measured)] IPersistentState<StoredExperimentCounts> counts,
    SiloEngines engines,
    IOptions<PersonalizeGrainOptions> options,
    TimeProvider time,
    ILogger<ExperimentGrain> logger) : Grain, IExperimentGrain, IExperimentCountsGrain
{
    private readonly Dictionary<ArmGroup, ArmCounts> _counted = [];
    private GroupWriter<ExperimentSet> _writer = null!;
    private CountSaver<StoredExperimentCounts> _saver = null!;

    private SiloEngine Silo => engines.For(this.GetPrimaryKeyString());

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _writer = new(Decode(storage.State), WriteAsync, RereadAsync);
        _saver = new CountSaver<StoredExperimentCounts>(this, counts, EncodeCounts, options.Value.CountSaveInterval, logger);
        foreach (var group in counts.State.Groups.Where(group => _writer.Acknowledged.Find(group.Experiment) is not null))
            _counted[group.Key] = group.Counts;
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => _saver.SaveAsync(cancellationToken);

    Task IExperimentGrain.PutAsync(Experiment experiment) => ChangeAsync(set => set.Put(experiment, time.GetUtcNow()));

    async Task<Experiment> IExperimentGrain.StartAsync(ExperimentId experiment) =>
        (await ChangeAsync(set => set.Start(experiment, time.GetUtcNow()))).Find(experiment)!;

    async Task<Experiment> IExperimentGrain.StopAsync(ExperimentId experiment) =>
        (await ChangeAsync(set => set.Stop(experiment, time.GetUtcNow()))).Find(experiment)!;

    async Task<bool> IExperimentGrain.RemoveAsync(ExperimentId experiment)
    {
        var removed = false;
        await ChangeAsync(set =>
        {
            removed = set.Find(experiment) is not null;
            return set.Without(experiment);
        });
        foreach (var group in _counted.Keys.Where(group => group.Experiment == experiment).ToList())
            _counted.Remove(group);
        _saver.Changed();
        return removed;
    }

    Task<ExperimentChanges> IExperimentGrain.GetAsync(long known)
    {
        var experiments = _writer.Acknowledged;
        return Task.FromResult(new ExperimentChanges(experiments.Version, experiments.Version == known ? null : experiments.Experiments));
    }

    Task<ExperimentReport> IExperimentGrain.ReportAsync(ExperimentId experiment)
    {
        var found = _writer.Acknowledged.Find(experiment) ?? throw new UnknownExperimentException(experiment);
        return Task.FromResult(ExperimentReports.Of(found, _counted.Select(group => (group.Key, group.Value)), time.GetUtcNow()));
    }

    Task<ProfileExperiments> IExperimentGrain.DescribeAsync(ProfileId profile) => Task.FromResult(_writer.Acknowledged.Describe(profile, time.GetUtcNow()));

    async Task<ExperimentOptionList> IExperimentGrain.ListOptionsAsync() => (await Silo.AtLeastAsync(0)).DescribeExperimentOptions();

    Task IExperimentCountsGrain.CountAsync(ImmutableArray<CountedGroup> counted)
    {
        foreach (var group in counted.Where(group => _writer.Acknowledged.Find(group.Experiment) is not null))
            _counted[group.Key] = _counted.GetValueOrDefault(group.Key) + group.Counts;
        _saver.Changed();
        return Task.CompletedTask;
    }

    private async Task<ExperimentSet> ChangeAsync(Func<ExperimentSet, ExperimentSet> change)
    {
        var changed = await _writer.ChangeAsync(set =>
        {
            var after = change(set);
            return (after, after);
        });
        Silo.Follow(_writer.Acknowledged);
        return changed;
    }

    private static ExperimentSet Decode(StoredExperiments stored) => stored.Version == 0
        ? ExperimentSet.Empty
        : ExperimentSet.Of(stored.Experiments.Select(json => JsonSerializer.Deserialize<Experiment>(json, PersonalizeJson.Options)!), stored.Version);

    private async Task<ExperimentSet> WriteAsync(ExperimentSet experiments)
    {
        storage.State = new StoredExperiments
        {
            Experiments = [.. experiments.Experiments.Select(experiment => JsonSerializer.Serialize(experiment, PersonalizeJson.Options))],
            Version = experiments.Version,
        };
        await storage.WriteStateAsync();
        storage.State = new StoredExperiments();
        return experiments;
    }

    private async Task<ExperimentSet> RereadAsync()
    {
        await storage.ReadStateAsync();
        return Decode(storage.State);
    }

    private StoredExperimentCounts EncodeCounts() => new() { Groups = [.. _counted.Select(group => CountedGroup.Of(group.Key, group.Value))] };
}
