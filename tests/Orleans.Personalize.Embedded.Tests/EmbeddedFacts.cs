using Orleans.Personalize.Conformance;
using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Embedded.Tests;

/// <summary>What the facts about the embedded host alone share: a folder, a clock, and one personalizer at a time.</summary>
public abstract class EmbeddedFacts : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<EmbeddedPersonalizer> _opened = [];

    protected ManualTimeProvider Time { get; } = new(SampleCatalog.Now);

    protected string Folder => _folder.Path;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var personalizer in _opened)
            await personalizer.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the folder.</summary>
    protected EmbeddedPersonalizer Open(Action<EmbeddedOptions>? configure = null)
    {
        var options = new EmbeddedOptions { DataFolder = Folder };
        configure?.Invoke(options);
        var personalizer = EmbeddedPersonalizer.Open(options, Time);
        _opened.Add(personalizer);
        return personalizer;
    }

    /// <summary>Opens the folder and puts the sample catalogue in.</summary>
    protected async Task<EmbeddedPersonalizer> OpenWithTitlesAsync(Action<EmbeddedOptions>? configure = null)
    {
        var personalizer = Open(configure);
        Assert.All(await personalizer.PutTitlesAsync(SampleCatalog.Titles), result => Assert.True(result.Accepted));
        return personalizer;
    }

    protected async Task<EventMaker> NewProfileAsync(IPersonalizer personalizer, string id)
    {
        await personalizer.PutProfileAsync(new ProfileSettings { Id = new ProfileId(id), Name = id });
        return new EventMaker(new ProfileId(id), Time);
    }

    protected static async Task RecordAsync(IPersonalizer personalizer, params ProfileEvent[] events) =>
        Assert.All(await personalizer.RecordAsync([.. events]), receipt => Assert.Equal(EventOutcome.Accepted, receipt.Outcome));

    protected static Task<HomePage> HomeAsync(IPersonalizer personalizer, ProfileId profile) =>
        personalizer.GetHomeAsync(new HomeRequest { Profile = profile });

    protected static async Task<IReadOnlyList<EventId>> KeptEventsAsync(IPersonalizer personalizer, ProfileId profile) =>
        [.. (await personalizer.ExportProfileAsync(profile)).Events.Select(e => e.Id)];
}
