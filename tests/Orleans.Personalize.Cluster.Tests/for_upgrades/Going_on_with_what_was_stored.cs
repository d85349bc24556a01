using Orleans.Personalize.Conformance;
using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Rules;

namespace Orleans.Personalize.Cluster.Tests.for_upgrades;

public sealed class Going_on_with_what_was_stored : IDisposable
{
    private static readonly ProfileId Ann = new("ann");
    private static readonly TitleId Film = SampleCatalog.Film("drama", 1);
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _time = new(SampleCatalog.Now);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Keeping_to_what_was_released.Versions), MemberType = typeof(Keeping_to_what_was_released))]
    public async Task A_cluster_goes_on_with_the_storage_of_a_released_version(string version)
    {
        Copy(Path.Combine(Recorded.Folder, version, "grains"), Path.Combine(_folder.Path, "grains"));
        _time.Advance(TimeSpan.FromDays(1));
        await using var cluster = new ClusterUnderTest(_folder.Path, _time, silos: 1);
        await cluster.StartAsync();

        await HoldsAsync(cluster);

        var personalizer = cluster.NewClient();
        var paused = new EventMaker(Ann, _time).Paused(SampleCatalog.Film("crime", 2), 600);
        Assert.Equal(EventOutcome.Accepted, Assert.Single(await personalizer.RecordAsync([paused])).Outcome);
        await cluster.RestartAsync();
        Assert.Contains(paused.Id, (await cluster.NewClient().ExportProfileAsync(Ann)).Events.Select(e => e.Id));
    }

    /// <summary>Leaves in the folder of the tests' program, below <c>released-now</c>, what is to be kept of a version that is released.</summary>
    [Fact]
    public async Task What_this_version_leaves_behind_can_be_kept()
    {
        var kept = Path.Combine(AppContext.BaseDirectory, "released-now");
        await using (var cluster = new ClusterUnderTest(_folder.Path, _time, silos: 1))
        {
            await cluster.StartAsync();
            await FillAsync(cluster);
            await HoldsAsync(cluster);
        }

        if (Directory.Exists(kept))
            Directory.Delete(kept, recursive: true);
        Copy(Path.Combine(_folder.Path, "grains"), Path.Combine(kept, "grains"));
        await File.WriteAllLinesAsync(Path.Combine(kept, "wire.txt"), WireShape.Now());
        Assert.NotEmpty(Directory.GetFiles(kept, "*", SearchOption.AllDirectories));
    }

    private async Task FillAsync(ClusterUnderTest cluster)
    {
        var personalizer = cluster.NewClient();
        await personalizer.PutTitlesAsync(SampleCatalog.Titles);
        foreach (var name in new[] { "ann", "bo" })
            await personalizer.PutProfileAsync(new ProfileSettings { Id = new ProfileId(name), Name = name, Account = new AccountId("home"), Country = "DE" });
        await cluster.NewRuleClient().PutRuleAsync(new EditorialRule { Id = new RuleId("summer"), Name = "Summer", Action = RuleAction.Boost, Titles = [Film] });

        // More than the state itself holds, so that there is a segment beside it.
        var events = new EventMaker(Ann, _time);
        for (var i = 0; i < 40; i++)
        {
            _time.Advance(TimeSpan.FromMinutes(10));
            ProfileEvent what = i == 39 ? events.Paused(Film, 900) : i % 3 == 0 ? events.Completed(SampleCatalog.Film("comedy", 1 + (i % 8))) : events.Opened(Film);
            await personalizer.RecordAsync([what with { Id = new EventId($"kept-{i}") }]);
        }

        await personalizer.RecordAsync([events.Listed(Film) with { Id = new EventId("kept-40") }]);
        await cluster.SettleAsync();
    }

    private static async Task HoldsAsync(ClusterUnderTest cluster)
    {
        var personalizer = cluster.NewClient();
        var export = await personalizer.ExportProfileAsync(Ann);
        Assert.Equal(("ann", "DE"), (export.Settings.Name, export.Settings.Country));
        Assert.Equal(Enumerable.Range(0, 41).Select(i => $"kept-{i}"), export.Events.Take(41).Select(e => e.Id.Value));
        Assert.Equal(2, (await personalizer.GetHouseholdAsync(new AccountId("home"))).Profiles.Length);
        Assert.Equal(2, (await personalizer.ListProfilesAsync(new ProfileQuery())).Profiles.Length);
        Assert.Equal("summer", Assert.Single((await cluster.NewRuleClient().ListRulesAsync()).Rules).Id.Value);
        var repeated = new EventMaker(Ann, TimeProvider.System).Opened(Film) with { Id = new EventId("kept-38"), Time = SampleCatalog.Now };
        Assert.Equal(EventOutcome.Duplicate, Assert.Single(await personalizer.RecordAsync([repeated])).Outcome);

        var home = await personalizer.GetHomeAsync(new HomeRequest { Profile = Ann, Rows = 40, Columns = 20 });
        Assert.Equal(Film, home.Rows.Single(row => row.Kind == RowKind.ContinueWatching).Cards[0].Title);
        Assert.Contains(home.Rows, row => row.Kind == RowKind.MyList);
        Assert.True((await cluster.Grain<Grains.Titles.ITitleGrain>("default", SampleCatalog.Film("comedy", 1).Value).GetLiveCountsAsync()).Plays > 0);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
