using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Personalize.Audiences;
using Orleans.Personalize.Client;
using Orleans.Personalize.Conformance.Extensions;
using Orleans.Personalize.EventLogs;
using Orleans.Personalize.Experiments;
using Orleans.Personalize.Grains;
using Orleans.Personalize.Grains.EventLogging;
using Orleans.Personalize.Grains.Queues;
using Orleans.Personalize.Grains.Similarity;
using Orleans.Personalize.Grains.Storage;
using Orleans.Personalize.Models;
using Orleans.Personalize.Queues;
using Orleans.Personalize.Rules;
using Orleans.Personalize.Silo.Storage;
using Orleans.Runtime.Hosting;
using Orleans.Storage;
using Orleans.TestingHost;

namespace Orleans.Personalize.Cluster.Tests;

/// <summary>A cluster of silos in this process, over a folder that outlives it.</summary>
/// <param name="folder">Where its storage is.</param>
/// <param name="time">The clock that its grains see.</param>
/// <param name="silos">How many silos.</param>
/// <param name="probe">Watches the storage.</param>
/// <param name="followInterval">How often silos follow what changed; never by themselves where null, so that nothing depends on the moment.</param>
/// <param name="log">Says at each start where the event log is kept; null for none.</param>
public sealed class ClusterUnderTest(
    string folder, TimeProvider time, short silos, StorageProbe? probe = null, TimeSpan? followInterval = null, Func<ILogStore?>? log = null) : IAsyncDisposable
{
    /// <summary>The name under which the storage itself is registered, without the probe.</summary>
    public const string FilesName = "files";

    private const int Queues = 2;

    /// <summary>What silos decide beside what is usual here.</summary>
    public Action<PersonalizeGrainOptions>? Configure { get; init; }

    /// <summary>Sees every call that reaches a grain; nobody where null.</summary>
    public IIncomingGrainCallFilter? Calls { get; init; }

    /// <summary>Whether events may come through streams too, from a queue in memory.</summary>
    public bool HasQueue { get; init; }

    private readonly List<ServiceProvider> _clients = [];
    private InProcessTestCluster? _cluster;

    public InProcessTestCluster Cluster => _cluster ?? throw new InvalidOperationException("not started");

    public async Task StartAsync()
    {
        var builder = new InProcessTestClusterBuilder(silos);
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddActivityPropagation();
            if (Calls is { } calls)
                silo.AddIncomingGrainCallFilter(calls);
            silo.Services.AddSingleton(time);
            silo.Services.UseTimeProviderForBackgroundAreas(TimeProvider.System);
            silo.AddPersonalize(options =>
            {
                options.FollowInterval = followInterval ?? TimeSpan.FromDays(1);
                options.ModelDirectory = Path.Combine(folder, "models");

                // So long that no slow machine is taken for a silo that is gone.
                options.PlacementPatience = options.ConsultPatience = TimeSpan.FromMinutes(1);
                options.WarmUp = TimeSpan.Zero;
                Configure?.Invoke(options);
                SampleExtensions.AddTo(options.Extensions);
                options.EventLog = log?.Invoke();
            });
            silo.UseInMemoryReminderService();
            if (HasQueue)
            {
                silo.AddMemoryStreams(EventLanes.Provider, queues =>
                {
                    queues.ConfigurePartitioning(Queues);
                    queues.ConfigureEventLanes();
                });
            }

            silo.AddFileGrainStorage(FilesName, Path.Combine(folder, "grains"));
            silo.Services.AddGrainStorage(
                PersonalizeStorage.Name,
                (services, _) => new ProbedStorage(services.GetRequiredKeyedService<IGrainStorage>(FilesName), probe ?? new StorageProbe()));
            silo.Configure<ClusterMembershipOptions>(membership =>
            {
                membership.ProbeTimeout = TimeSpan.FromSeconds(1);
                membership.NumMissedProbesLimit = 1;
                membership.NumVotesForDeathDeclaration = 1;
            });
        });
        builder.ConfigureClient(client =>
        {
            client.AddActivityPropagation();
            if (HasQueue)
                client.AddMemoryStreams(EventLanes.Provider, queues => queues.ConfigurePartitioning(Queues));
        });
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    /// <summary>A client of the cluster that has seen nothing yet.</summary>
    public IPersonalizer NewClient(string tenant = "default", Action<PersonalizeClientOptions>? configure = null) =>
        NewServices(tenant, configure).GetRequiredService<IPersonalizer>();

    /// <summary>What operators do with the models of a tenant.</summary>
    public IModelOperations NewModelClient(string tenant = "default") => NewServices(tenant).GetRequiredService<IModelOperations>();

    /// <summary>What operators do with the rules of a tenant.</summary>
    public IEditorialRules NewRuleClient(string tenant = "default") => NewServices(tenant).GetRequiredService<IEditorialRules>();

    /// <summary>What operators try on a tenant.</summary>
    public IExperiments NewExperimentClient(string tenant = "default") => NewServices(tenant).GetRequiredService<IExperiments>();

    /// <summary>What operators learn of the audience of a tenant.</summary>
    public IAudiences NewAudienceClient(string tenant = "default") => NewServices(tenant).GetRequiredService<IAudiences>();

    /// <summary>Puts events into the queue.</summary>
    public IEventQueue NewQueue() => NewServices("default").GetRequiredService<IEventQueue>();

    /// <summary>What became of events of the queue that could not be recorded.</summary>
    public IDeadLetters NewDeadLetterClient() => NewServices("default").GetRequiredService<IDeadLetters>();

    public T Grain<T>(string tenant, string id)
        where T : IGrainWithStringKey => Cluster.Client.GetGrain<T>(new GrainKey(tenant, id).ToString());

    /// <summary>Returns when every silo knows what every other had counted.</summary>
    public async Task SettleAsync()
    {
        for (var round = 0; round < 2; round++)
        {
            foreach (var silo in Cluster.Silos)
                await silo.SiloHost.Services.GetRequiredService<SiloEngines>().FollowAsync();
        }
    }

    /// <summary>Returns when the event log was compacted, and the titles are beside it.</summary>
    public Task CompactAsync() => Cluster.Silos[0].SiloHost.Services.GetRequiredService<SiloEventLogs>().TendAsync();

    public async Task StopAsync()
    {
        foreach (var client in _clients)
            await client.DisposeAsync();
        _clients.Clear();
        if (_cluster is null)
            return;
        await _cluster.StopAllSilosAsync();
        await _cluster.DisposeAsync();
        _cluster = null;
    }

    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private ServiceProvider NewServices(string tenant, Action<PersonalizeClientOptions>? configure = null)
    {
        var services = new ServiceCollection()
            .AddSingleton<IGrainFactory>(Cluster.Client)
            .AddSingleton(time)
            .AddKeyedSingleton(EventLanes.Provider, (_, _) => Cluster.Client.GetStreamProvider(EventLanes.Provider))
            .AddPersonalizeEventQueue()
            .AddPersonalizeClient(options =>
            {
                options.Tenant = tenant;

                // So long that no slow machine is taken for a silo that is gone.
                options.AnswerDeadline = options.ChangeDeadline = TimeSpan.FromMinutes(1);
                configure?.Invoke(options);
            })
            .BuildServiceProvider();
        _clients.Add(services);
        return services;
    }
}
