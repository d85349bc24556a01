using System.Globalization;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Personalize.Audiences;
using Orleans.Personalize.Client;
using Orleans.Personalize.Cluster.Faults;
using Orleans.Personalize.Cluster.Faults.Processes;
using Orleans.Personalize.Conformance;
using Orleans.Personalize.Experiments;
using Orleans.Personalize.Models;
using Orleans.Personalize.Rules;

namespace Orleans.Personalize.Cluster.Processes;

/// <summary>
/// Three silos, each the program itself in a process of its own, over Azurite. The silos see the clock of the facts, which is in a file, and follow
/// what changed when they are told to: <see cref="FactsStartup"/> is loaded into them for that.
/// </summary>
public sealed class ThreeProcesses : PersonalizerHost
{
    private readonly string _folder = Directory.CreateTempSubdirectory("personalize-processes-").FullName;
    private readonly LocalCluster _cluster;
    private IHost? _client;
    private bool _begun;

    public ThreeProcesses()
    {
        var clock = Path.Combine(_folder, "clock");
        Time.Moved = now => WriteClock(clock, now);
        WriteClock(clock, Time.GetUtcNow());
        var own = AppContext.BaseDirectory;
        _cluster = new LocalCluster(
            new FaultOptions { Fault = FaultKind.None },
            _folder,
            [
                "exec", "--depsfile", Path.Combine(own, $"{typeof(ThreeProcesses).Assembly.GetName().Name}.deps.json"),
                "--runtimeconfig", Path.Combine(own, "personalize-silo.runtimeconfig.json"), Path.Combine(own, "personalize-silo.dll"),
            ],
            KeyValuePair.Create("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", typeof(ThreeProcesses).Assembly.GetName().Name!),
            KeyValuePair.Create(FactsStartup.ClockVariable, clock));
    }

    public override IPersonalizer Personalizer => Client.GetRequiredService<IPersonalizer>();

    public override IModelOperations Models => Client.GetRequiredService<IModelOperations>();

    public override IExperiments Experiments => Client.GetRequiredService<IExperiments>();

    public override IEditorialRules Rules => Client.GetRequiredService<IEditorialRules>();

    public override IAudiences Audiences => Client.GetRequiredService<IAudiences>();

    public override string ModelFolder => Path.Combine(_folder, "data", "models");

    private IServiceProvider Client => _client?.Services ?? throw new InvalidOperationException("not started");

    public override async Task FollowModelAsync()
    {
        using var http = new HttpClient();
        for (var round = 0; round < 2; round++)
        {
            foreach (var silo in _cluster.Silos)
                (await http.PostAsync(new Uri(silo, FactsStartup.FollowPath), null)).EnsureSuccessStatusCode();
        }
    }

    public override async Task SettleAsync()
    {
        await base.SettleAsync();
        await FollowModelAsync();
    }

    protected override async Task StartAsync()
    {
        if (!_begun)
            await _cluster.StartAzuriteAsync();
        _begun = true;
        await _cluster.StartSilosAsync();
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.UseOrleansClient(client => client
            .Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = ("personalize", "personalize"))
            .UseAzureStorageClustering(azure => azure.TableServiceClient = new TableServiceClient(_cluster.Connection)));

        // So long that no slow machine is taken for a silo that is gone: what is tried again may be answered as a duplicate.
        builder.Services.AddPersonalizeClient(options => (options.AnswerDeadline, options.ChangeDeadline) = (TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(6)));
        _client = builder.Build();
        await _client.StartAsync();
    }

    protected override async Task StopAsync()
    {
        if (_client is { } client)
        {
            await client.StopAsync();
            client.Dispose();
        }

        await _cluster.StopSilosAsync();
    }

    protected override Task DeleteDataAsync()
    {
        _cluster.Dispose();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    // Put in place whole, so that nobody reads half a moment.
    private static void WriteClock(string path, DateTimeOffset now)
    {
        File.WriteAllText(path + ".new", now.UtcTicks.ToString(CultureInfo.InvariantCulture));
        File.Move(path + ".new", path, overwrite: true);
    }
}
