using Orleans.Personalize.Cluster.Faults.Processes;

namespace Orleans.Personalize.Cluster.Faults.Faults;

/// <summary>Breaks parts of a cluster and mends them.</summary>
/// <param name="cluster">The cluster.</param>
/// <param name="options">What, and how often.</param>
/// <param name="clock">Seconds since the load began.</param>
internal sealed class Breaker(LocalCluster cluster, FaultOptions options, Func<double> clock)
{
    private readonly List<Fault> _faults = [];

    /// <summary>What was broken, in order.</summary>
    public IReadOnlyList<Fault> Faults => _faults;

    public async Task RunAsync()
    {
        var calm = TimeSpan.FromSeconds(options.Pause);
        foreach (var (name, breakIt) in Plan())
        {
            await Task.Delay(calm);
            var from = clock();
            await breakIt();
            _faults.Add(new Fault(name, from, clock()));
            Console.WriteLine($"  {name} {from:0.0} s to {clock():0.0} s");
        }

        await Task.Delay(calm);
    }

    private IEnumerable<(string Name, Func<Task> Break)> Plan() => options.Fault switch
    {
        FaultKind.Kill => Enumerable.Range(0, options.Times).Select(i => ($"kill of silo {i % options.Silos}", Killing(i % options.Silos))),
        FaultKind.Roll => Enumerable.Range(0, options.Times * options.Silos).Select(i => ($"restart of silo {i % options.Silos}", Restarting(i % options.Silos))),
        FaultKind.Upgrade => Enumerable.Range(0, options.Times * options.Silos).Select(i => (
            $"{(i / options.Silos % 2 == 0 ? "upgrade" : "downgrade")} of silo {i % options.Silos}", Upgrading(i % options.Silos, i / options.Silos % 2 == 0))),
        FaultKind.Storage => [("no storage", EndStorageAsync)],
        FaultKind.Freeze => [("storage that does not answer", FreezeStorageAsync)],
        _ => [("nothing", () => Task.Delay(TimeSpan.FromSeconds(options.Seconds)))],
    };

    private Func<Task> Killing(int silo) => async () =>
    {
        cluster.Silo(silo).Kill();
        await cluster.StartSiloAsync(silo);
    };

    private Func<Task> Restarting(int silo) => async () =>
    {
        await cluster.Silo(silo).StopAsync();
        await cluster.StartSiloAsync(silo);
    };

    private Func<Task> Upgrading(int silo, bool toThisVersion) => async () =>
    {
        cluster.Change(toThisVersion);
        await Restarting(silo)();
    };

    private async Task EndStorageAsync()
    {
        await cluster.Azurite.StopAsync();
        await Task.Delay(TimeSpan.FromSeconds(options.Seconds));
        await cluster.StartAzuriteAsync();
    }

    private async Task FreezeStorageAsync()
    {
        await cluster.Azurite.SignalAsync("-STOP");
        await Task.Delay(TimeSpan.FromSeconds(options.Seconds));
        await cluster.Azurite.SignalAsync("-CONT");
    }
}
