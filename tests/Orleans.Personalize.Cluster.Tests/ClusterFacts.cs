using Orleans.Personalize.Conformance;
using Orleans.Personalize.EventLogs;
using Orleans.Personalize.Events;
using Orleans.Personalize.Grains;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Cluster.Tests;

/// <summary>A cluster of one silo for one fact, with the sample catalogue and one profile in it, and a probe in its storage.</summary>
public abstract class ClusterFacts : IAsyncLifetime
{
    /// <summary>The profile.</summary>
    protected static readonly ProfileId Ann = new("ann");

    protected TemporaryFolder Folder { get; } = new();

    protected ManualTimeProvider Time { get; } = new(SampleCatalog.Now);

    protected StorageProbe Probe { get; } = new();

    protected ClusterUnderTest Cluster { get; private set; } = null!;

    protected IPersonalizer Personalizer { get; private set; } = null!;

    /// <summary>How many silos.</summary>
    protected virtual short Silos => 1;

    /// <summary>How often silos follow what changed; never by themselves where null.</summary>
    protected virtual TimeSpan? FollowInterval => null;

    /// <summary>What silos decide beside what is usual here.</summary>
    protected virtual Action<PersonalizeGrainOptions>? Configure => null;

    /// <summary>Whether events may come through a queue too.</summary>
    protected virtual bool HasQueue => false;

    /// <summary>Sees every call that reaches a grain; nobody where null.</summary>
    protected virtual IIncomingGrainCallFilter? Calls => null;

    /// <summary>Where the event log is kept; null for none.</summary>
    protected virtual ILogStore? Log => null;

    /// <summary>Makes events of the profile.</summary>
    protected EventMaker Events => new(Ann, Time);

    public async Task InitializeAsync()
    {
        Cluster = new ClusterUnderTest(Folder.Path, Time, Silos, Probe, FollowInterval, () => Log) { Configure = Configure, HasQueue = HasQueue, Calls = Calls };
        await Cluster.StartAsync();
        Personalizer = Cluster.NewClient();
        await Personalizer.PutTitlesAsync(SampleCatalog.Titles);
        await Personalizer.PutProfileAsync(new ProfileSettings { Id = Ann, Name = "Ann" });
        Probe.Forget();
    }

    public virtual async Task DisposeAsync()
    {
        Probe.Forget();
        await Cluster.DisposeAsync();
        Folder.Dispose();
    }

    /// <summary>Ends every silo in good order and starts others over the same storage.</summary>
    protected async Task RestartAsync()
    {
        await Cluster.RestartAsync();
        Personalizer = Cluster.NewClient();
    }

    /// <summary>Sends events and asserts that each is accepted.</summary>
    protected async Task RecordAsync(params ProfileEvent[] events) =>
        Assert.All(await Personalizer.RecordAsync([.. events]), receipt => Assert.Equal(EventOutcome.Accepted, receipt.Outcome));

    /// <summary>The ids of the events that the profile's export holds.</summary>
    protected async Task<EventId[]> KeptEventsAsync() =>
        [.. (await Personalizer.ExportProfileAsync(Ann)).Events.Select(e => e.Id)];

    /// <summary>The row of a kind on the profile's page, or null.</summary>
    protected async Task<Row?> RowAsync(RowKind kind) =>
        (await Personalizer.GetHomeAsync(new HomeRequest { Profile = Ann, Columns = 75 })).Rows.FirstOrDefault(row => row.Kind == kind);
}
