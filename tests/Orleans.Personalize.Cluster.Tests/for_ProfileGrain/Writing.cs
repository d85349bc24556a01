using Orleans.Personalize.Conformance;
using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Cluster.Tests.for_ProfileGrain;

public sealed class Writing : ClusterFacts
{
    private const string Key = "default/ann";
    private static readonly TitleId Film = SampleCatalog.Film("drama", 1);

    [Fact]
    public async Task Events_that_arrive_during_a_write_share_the_next_one()
    {
        var disk = new TaskCompletionSource();
        var writing = new TaskCompletionSource();
        Probe.Holds = (_, key) =>
        {
            if (key == Key)
                writing.TrySetResult();
            return key == Key ? disk.Task : Task.CompletedTask;
        };
        var first = RecordAsync(Events.Opened(Film));
        await writing.Task;
        var others = Enumerable.Range(0, 50).Select(i => RecordAsync(Events.Progressed(Film, i))).ToArray();
        await Personalizer.GetProfileAsync(Ann);

        disk.SetResult();
        await Task.WhenAll([first, .. others]);

        // Calls may overtake one another on their way: a few can arrive when the second write has begun.
        Assert.InRange(Probe.WritesOf("profile", Key), 2, 10);
        Assert.Equal(51, (await KeptEventsAsync()).Length);
    }

    [Fact]
    public async Task A_call_returns_after_its_write_and_answers_show_nothing_before()
    {
        await RecordAsync(Events.Paused(Film, 900));
        var disk = new TaskCompletionSource();
        var writing = new TaskCompletionSource();
        Probe.Holds = (_, _) =>
        {
            writing.TrySetResult();
            return disk.Task;
        };

        var recording = RecordAsync(Events.Paused(Film, 1800));
        await writing.Task;

        Assert.Equal(900, (await RowAsync(RowKind.ContinueWatching))!.Cards[0].Progress!.PositionSeconds);
        Assert.Single(await KeptEventsAsync());
        Assert.False(recording.IsCompleted);
        disk.SetResult();
        await recording;
        Assert.Equal(1800, (await RowAsync(RowKind.ContinueWatching))!.Cards[0].Progress!.PositionSeconds);
    }

    [Fact]
    public async Task A_full_disk_refuses_events_and_applies_nothing()
    {
        await RecordAsync(Events.Paused(Film, 900));
        Probe.FailsBefore = (_, key) => key == Key;
        var lost = Events.Paused(Film, 1800);

        await Assert.ThrowsAsync<UnavailableException>(() => Personalizer.RecordAsync([lost]));
        await Assert.ThrowsAsync<UnavailableException>(() => Personalizer.RecordAsync([Events.Listed(Film)]));

        Assert.Equal(900, (await RowAsync(RowKind.ContinueWatching))!.Cards[0].Progress!.PositionSeconds);
        Assert.Null(await RowAsync(RowKind.MyList));
        Assert.Single(await KeptEventsAsync());

        Probe.Forget();
        await RecordAsync(lost);
        Assert.Equal(1800, (await RowAsync(RowKind.ContinueWatching))!.Cards[0].Progress!.PositionSeconds);
        Assert.Equal(2, (await KeptEventsAsync()).Length);
    }

    [Fact]
    public async Task Every_call_of_a_group_that_could_not_be_written_is_refused()
    {
        var disk = new TaskCompletionSource();
        Probe.Holds = (_, key) => key == Key ? disk.Task : Task.CompletedTask;
        Probe.FailsBefore = (_, key) => key == Key;
        var calls = Enumerable.Range(0, 20).Select(i => Personalizer.RecordAsync([Events.Progressed(Film, i)])).ToArray();

        disk.SetResult();

        foreach (var call in calls)
            await Assert.ThrowsAsync<UnavailableException>(() => call);
        Probe.Forget();
        Assert.Empty(await KeptEventsAsync());
    }

    [Fact]
    public async Task A_write_whose_answer_was_lost_makes_the_events_sent_again_duplicates()
    {
        Probe.FailsAfter = (_, key) => key == Key;
        var listed = Events.Listed(Film);
        await Assert.ThrowsAsync<UnavailableException>(() => Personalizer.RecordAsync([listed]));
        Probe.Forget();

        var receipt = Assert.Single(await Personalizer.RecordAsync([listed]));

        Assert.Equal(EventOutcome.Duplicate, receipt.Outcome);
        Assert.Equal([listed.Id], await KeptEventsAsync());
        Assert.NotNull(await RowAsync(RowKind.MyList));
    }

    [Fact]
    public async Task A_repeat_and_a_wrong_event_cost_no_write()
    {
        var listed = Events.Listed(Film);
        await RecordAsync(listed);
        Probe.Forget();

        await Personalizer.RecordAsync([listed, Events.Rated(Film, 99), Events.Opened(new TitleId("nothing"))]);

        Assert.Equal(0, Probe.WritesOf("profile", Key));
    }

    [Fact]
    public async Task What_was_acknowledged_survives_a_restart_without_a_further_write()
    {
        await RecordAsync(Events.Paused(Film, 900), Events.Listed(Film));
        Probe.Forget();

        await RestartAsync();

        Assert.Equal(0, Probe.WritesOf("profile", Key));
        Assert.Equal(900, (await RowAsync(RowKind.ContinueWatching))!.Cards[0].Progress!.PositionSeconds);
    }

    [Fact]
    public async Task A_state_that_cannot_be_read_is_unavailable_and_not_empty()
    {
        await RecordAsync(Events.Listed(Film));
        await RestartAsync();
        Probe.FailsReads = (_, key) => key == Key;

        await Assert.ThrowsAsync<UnavailableException>(() => Personalizer.GetProfileAsync(Ann));
        await Assert.ThrowsAsync<UnavailableException>(() => Personalizer.RecordAsync([Events.Opened(Film)]));

        Probe.Forget();
        Assert.Single(await KeptEventsAsync());
    }
}
