using Orleans.Personalize.Audiences;
using Orleans.Personalize.Conformance;
using Orleans.Personalize.EventLogs;
using Orleans.Personalize.Experiments;
using Orleans.Personalize.Models;
using Orleans.Personalize.Rules;

namespace Orleans.Personalize.Cluster.Tests;

/// <summary>A cluster for the shared facts. A restart stops every silo and starts others over the same storage.</summary>
public abstract class ClusterHost : PersonalizerHost
{
    private readonly TemporaryFolder _folder = new();
    private readonly ClusterUnderTest _cluster;
    private IPersonalizer? _personalizer;
    private IModelOperations? _models;
    private IEditorialRules? _rules;
    private IExperiments? _experiments;
    private IAudiences? _audiences;

    protected ClusterHost(short silos) => _cluster = new ClusterUnderTest(_folder.Path, Time, silos, log: () => new FolderLogStore(Path.Combine(_folder.Path, "log")));

    public override IPersonalizer Personalizer => _personalizer ?? throw new InvalidOperationException("not started");

    public override IModelOperations Models => _models ?? throw new InvalidOperationException("not started");

    public override IEditorialRules Rules => _rules ?? throw new InvalidOperationException("not started");

    public override IExperiments Experiments => _experiments ?? throw new InvalidOperationException("not started");

    public override IAudiences Audiences => _audiences ?? throw new InvalidOperationException("not started");

    public override string ModelFolder => Path.Combine(_folder.Path, "models");

    public override Task FollowModelAsync() => _cluster.SettleAsync();

    public override async Task SettleAsync()
    {
        await base.SettleAsync();
        await _cluster.SettleAsync();
    }

    protected override async Task StartAsync()
    {
        await _cluster.StartAsync();
        _personalizer = _cluster.NewClient();
        _models = _cluster.NewModelClient();
        _rules = _cluster.NewRuleClient();
        _experiments = _cluster.NewExperimentClient();
        _audiences = _cluster.NewAudienceClient();
    }

    protected override Task StopAsync() => _cluster.StopAsync();

    protected override Task DeleteDataAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }
}
