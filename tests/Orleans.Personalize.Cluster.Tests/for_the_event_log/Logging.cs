using Orleans.Personalize.Conformance;
using Orleans.Personalize.EventLogs;
using Orleans.Personalize.Events;
using Orleans.Personalize.Households;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Cluster.Tests.for_the_event_log;

public sealed class Logging : ClusterFacts
{
    private const string Key = "default/ann";
    private static readonly TitleId Film = SampleCatalog.Film("drama", 1);
    private ProbedLog? _log;

    protected override ILogStore? Log => IsLogged ? _log ??= new ProbedLog(LogFolder) : null;

    private bool IsLogged { get; set; } = true;

    private string LogFolder => Path.Combine(Folder.Path, "log");

    [Fact]
    public async Task What_was_acknowledged_is_in_the_log_at_once()
    {
        var sent = new List<ProfileEvent>();
        foreach (var name in new[] { "ann", "bob", "cid", "dora", "ed", "fay" })
        {
            var maker = new EventMaker(new ProfileId(name), Time);
            await Personalizer.PutProfileAsync(new ProfileSettings { Id = maker.Profile, Name = name });
            ProfileEvent[] events = [.. Enumerable.Range(0, 70).Select(i => maker.Progressed(Film, i)), maker.Listed(Film)];
            await RecordAsync(events);
            sent.AddRange(events);
        }

        var read = await ReadAsync();

        Assert.Equal(sent.OrderBy(e => e.Id.Value), read.OrderBy(e => e.Id.Value));
    }

    [Fact]
    public async Task Events_that_could_not_be_logged_are_refused_and_sent_again_they_are_logged_once()
    {
        await RecordAsync(Events.Opened(Film));
        var listed = Events.Listed(Film);
        _log!.FailsBefore = true;

        await Assert.ThrowsAsync<UnavailableException>(() => Personalizer.RecordAsync([listed]));
        Assert.Single(await KeptEventsAsync());
        _log.FailsBefore = false;
        await RecordAsync(listed);

        Assert.Equal(2, (await ReadAsync()).Count);
    }

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, true)]
    public async Task Wherever_a_write_is_cut_off_the_event_sent_again_is_in_the_log_once(bool afterLogging, bool beforeState, bool afterState)
    {
        await RecordAsync(Events.Opened(Film));
        var listed = Events.Listed(Film);
        _log!.FailsAfter = afterLogging;
        Probe.FailsBefore = (state, key) => beforeState && key == Key;
        Probe.FailsAfter = (state, key) => afterState && key == Key;
        await Assert.ThrowsAsync<UnavailableException>(() => Personalizer.RecordAsync([listed]));
        _log.FailsAfter = false;
        Probe.Forget();
        await RestartAsync();

        Assert.NotEqual(EventOutcome.Rejected, Assert.Single(await Personalizer.RecordAsync([listed])).Outcome);

        Assert.Equal(1, (await ReadAsync()).Count(e => e.Id == listed.Id));
        Assert.Equal(2, (await KeptEventsAsync()).Length);
    }

    [Fact]
    public async Task Events_of_before_there_was_a_log_are_logged_when_the_profile_is_next_used()
    {
        IsLogged = false;
        await RestartAsync();
        await RecordAsync([.. Enumerable.Range(0, 700).Select(i => Events.Progressed(Film, i))]);
        await RecordAsync(Events.Opened(Film));
        IsLogged = true;
        await RestartAsync();
        Assert.Empty(await ReadAsync());

        await RecordAsync(Events.Listed(Film));

        var read = await ReadAsync();
        Assert.Equal(await KeptEventsAsync(), read.Select(e => e.Id));
        Assert.Equal(702, read.Count);
    }

    [Fact]
    public async Task An_erased_profile_is_read_no_more_and_the_one_made_after_it_is()
    {
        await RecordAsync(Events.Opened(Film), Events.Listed(Film));

        await Personalizer.EraseProfileAsync(Ann);

        Assert.Empty(await ReadAsync());
        await Personalizer.PutProfileAsync(new ProfileSettings { Id = Ann, Name = "Another Ann" });
        await RecordAsync(Events.Opened(Film));
        Assert.Single(await ReadAsync());
    }

    [Fact]
    public async Task An_erasure_that_the_log_does_not_hear_of_is_not_acknowledged()
    {
        await RecordAsync(Events.Opened(Film));
        _log!.FailsBefore = true;
        await Assert.ThrowsAsync<UnavailableException>(() => Personalizer.EraseProfileAsync(Ann));
        _log.FailsBefore = false;
        await RestartAsync();

        await Personalizer.EraseProfileAsync(Ann);

        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task What_a_profile_took_over_stays_when_the_other_is_erased()
    {
        var bob = new EventMaker(new ProfileId("bob"), Time);
        await Personalizer.PutProfileAsync(new ProfileSettings { Id = bob.Profile, Name = "Bob" });
        var listed = bob.Listed(Film);
        await RecordAsync(listed);

        await Personalizer.MergeProfilesAsync(new ProfileMergeRequest { Operation = new OperationId("m1"), Profile = Ann, Source = bob.Profile });

        Assert.Equal((Ann, listed.Id), (await ReadAsync()).Select(e => (e.Profile, e.Id)).Single());
    }

    [Fact]
    public async Task Compaction_keeps_what_is_read_takes_out_the_erased_and_writes_the_titles()
    {
        await RecordAsync(Events.Opened(Film), Events.Listed(Film), Events.Hidden(Film));
        var bob = new EventMaker(new ProfileId("bob"), Time);
        await Personalizer.PutProfileAsync(new ProfileSettings { Id = bob.Profile, Name = "Bob" });
        await RecordAsync(bob.Opened(Film));
        await Personalizer.EraseProfileAsync(bob.Profile);
        await RestartAsync();
        var before = await ReadAsync();
        Assert.Equal(3, before.Count);

        await Cluster.CompactAsync();

        Assert.Empty(Folder.FilesWith("\"bob\""));
        Assert.Equal(before, await ReadAsync());
        Assert.Equal(SampleCatalog.Titles.Select(t => t.Id), (await new EventLogReader(Log!, "default").ReadTitlesAsync()).Select(t => t.Id));
    }

    private async Task<List<ProfileEvent>> ReadAsync()
    {
        var events = new List<ProfileEvent>();
        await foreach (var e in new EventLogReader(new FolderLogStore(LogFolder), "default").ReadEventsAsync())
            events.Add(e);
        return events;
    }
}
