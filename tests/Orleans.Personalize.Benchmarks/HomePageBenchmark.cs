using BenchmarkDotNet.Attributes;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Benchmarks;

/// <summary>The answers of the engine on one core: 20,000 titles, a profile of 500 events.</summary>
public class HomePageBenchmark
{
    private readonly HomeRequest _home = new() { Profile = new ProfileId("bench"), Rows = 40, Columns = 20 };
    private readonly RecommendationRequest _recommend = new() { Profile = new ProfileId("bench"), Count = 20 };
    private readonly SimilarRequest _similar = new() { Profile = new ProfileId("bench"), Title = new TitleId("t2") };
    private BenchmarkWorld _world = null!;

    [GlobalSetup]
    public void Prepare() => _world = new BenchmarkWorld(titles: 20_000, events: 500);

    [Benchmark]
    public HomePage Home() => _world.Engine.ComposeHome(_world.State, _world.Settings, _world.Moment, _home);

    [Benchmark]
    public RecommendationList Recommend() => _world.Engine.Recommend(_world.State, _world.Settings, _world.Moment, _recommend);

    [Benchmark]
    public SimilarList Similar() => _world.Engine.Similar(_world.State, _world.Settings, _world.Moment, _similar);

    [Benchmark]
    public TitlePage Describe() => _world.Engine.DescribeTitle(_world.State, _world.Settings, _world.Moment, new TitleId("t5"));
}
