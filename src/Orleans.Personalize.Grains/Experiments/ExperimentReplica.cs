using System.Collections.Immutable;
using Orleans.Personalize.Engine.Experiments;

namespace Orleans.Personalize.Grains.Experiments;

/// <summary>
/// A silo's copy of the experiments of a tenant: asks for them when their version has changed. It also adds up what happens here, so that the grain that keeps them gets one call a
/// second from each silo. Safe for concurrent use.
/// </summary>
/// <param name="tenant">Whose experiments.</param>
/// <param name="grains">Reaches the grain that keeps them.</param>
internal sealed class ExperimentReplica(string tenant, IGrainFactory grains)
{
    private readonly Lock _gate = new();
    private volatile ExperimentSet _current = ExperimentSet.Empty;
    private Dictionary<ArmGroup, ArmCounts> _counted = [];

    /// <summary>The newest copy.</summary>
    public ExperimentSet Current => _current;

    /// <summary>Fetches what changed.</summary>
    public async Task RefreshAsync()
    {
        var changes = await grains.GetGrain<IExperimentGrain>(tenant).GetAsync(_current.Version);
        if (changes.Experiments is { } experiments)
            Follow(ExperimentSet.Of(experiments, changes.Version));
    }

    /// <summary>Takes a copy that is newer than the one at hand.</summary>
    public void Follow(ExperimentSet experiments)
    {
        lock (_gate)
        {
            if (experiments.Version > _current.Version)
                _current = experiments;
        }
    }

    /// <summary>Adds up what happened, for the next hand-over. There are no more sums than arms have groups.</summary>
    public void Add(IEnumerable<(ArmGroup Group, ArmCounts Counts)> counted)
    {
        lock (_gate)
        {
            foreach (var (group, counts) in counted)
                _counted[group] = _counted.GetValueOrDefault(group) + counts;
        }
    }

    /// <summary>Sends what was added up; where that fails it stays for the next time.</summary>
    public async Task HandOverAsync()
    {
        var taken = Take();
        if (taken.Count == 0)
            return;
        try
        {
            await grains.GetGrain<IExperimentCountsGrain>(tenant).CountAsync([.. taken.Select(group => CountedGroup.Of(group.Key, group.Value))]);
        }
        catch
        {
            Add(taken.Select(group => (group.Key, group.Value)));
            throw;
        }
    }

    private Dictionary<ArmGroup, ArmCounts> Take()
    {
        lock (_gate)
        {
            var taken = _counted;
            if (taken.Count > 0)
                _counted = [];
            return taken;
        }
    }
}
