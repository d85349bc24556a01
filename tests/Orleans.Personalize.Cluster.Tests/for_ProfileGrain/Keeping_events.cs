using Orleans.Personalize.Conformance;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Cluster.Tests.for_ProfileGrain;

public sealed class Keeping_events : ClusterFacts
{
    private const string Key = "default/ann";
    private static readonly TitleId Film = SampleCatalog.Film("drama", 1);

    [Fact]
    public async Task Thousands_of_events_come_back_in_their_order_also_after_a_restart()
    {
        var sent = await RecordManyAsync(1_400, 100);

        Assert.Equal(sent, await KeptEventsAsync());
        await RestartAsync();
        Assert.Equal(sent, await KeptEventsAsync());
    }

    [Fact]
    public async Task A_batch_larger_than_a_segment_is_kept_whole()
    {
        var sent = await RecordManyAsync(1_100, 1_100);

        Assert.Equal(sent, await KeptEventsAsync());
    }

    [Fact]
    public async Task Events_written_to_a_segment_but_not_acknowledged_do_not_come_twice()
    {
        var before = await RecordManyAsync(60, 60);
        var batch = Batch(30);
        Probe.FailsBefore = (state, key) => key == Key && state == "profile";
        await Assert.ThrowsAsync<UnavailableException>(() => Personalizer.RecordAsync([.. batch]));
        Assert.Equal(1, Probe.WritesOf("history-0", Key));
        Probe.Forget();
        Assert.Equal(before, await KeptEventsAsync());

        await RecordAsync(batch);

        EventId[] all = [.. before, .. batch.Select(e => e.Id)];
        Assert.Equal(all, await KeptEventsAsync());
        await RestartAsync();
        Assert.Equal(all, await KeptEventsAsync());
    }

    [Fact]
    public async Task The_state_that_every_event_writes_stays_small_however_many_events_are_kept()
    {
        await RecordManyAsync(1_400, 100);

        var largest = Folder.FilesWith("profile profile/" + Key).Max(file => new FileInfo(file).Length);

        Assert.InRange(largest, 1, 32 * 1024);
    }

    [Fact]
    public async Task Nothing_that_was_acknowledged_is_lost_while_silos_that_know_nothing_of_each_other_have_the_same_profile()
    {
        var acknowledged = new List<EventId>();
        await using (var other = new ClusterUnderTest(Folder.Path, Time, silos: 1))
        {
            await other.StartAsync();
            IPersonalizer[] both = [Personalizer, other.NewClient()];
            for (var round = 0; round < 40; round++)
            {
                var batch = Batch(5 + (round * 13 % 50));
                await RecordUntilAcknowledgedAsync(both[round % 2], batch);
                acknowledged.AddRange(batch.Select(e => e.Id));
            }
        }

        await RestartAsync();

        Assert.Equal(acknowledged, await KeptEventsAsync());
    }

    // Who finds that another went on is refused once, and reads what is there.
    private static async Task RecordUntilAcknowledgedAsync(IPersonalizer personalizer, ProfileEvent[] batch)
    {
        for (var left = 3; ; left--)
        {
            try
            {
                await personalizer.RecordAsync([.. batch]);
                return;
            }
            catch (UnavailableException) when (left > 0)
            {
            }
        }
    }

    private async Task<EventId[]> RecordManyAsync(int count, int aCall)
    {
        var all = Batch(count);
        foreach (var chunk in all.Chunk(aCall))
            await RecordAsync(chunk);
        return [.. all.Select(e => e.Id)];
    }

    private ProfileEvent[] Batch(int count) => [.. Enumerable.Range(0, count).Select(i => Events.Progressed(Film, i))];
}
