using Orleans.Personalize.Conformance;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Cluster.Tests.for_ProfileGrain;

/// <summary>Events sent again after more others than the state of a profile remembers.</summary>
public sealed class Knowing_repeats : ClusterFacts
{
    private static readonly TitleId Film = SampleCatalog.Film("drama", 1);

    [Fact]
    public async Task An_event_sent_again_after_hundreds_of_others_is_known()
    {
        var first = Events.Opened(Film);
        await RecordAsync(first);
        for (var call = 0; call < 3; call++)
            await RecordAsync(Many(100));

        await IsKnownAsync(first);

        Assert.Equal(301, (await KeptEventsAsync()).Length);
    }

    [Fact]
    public async Task An_event_sent_again_after_hundreds_of_others_is_known_wherever_the_profile_is_by_then()
    {
        var first = Events.Opened(Film);
        await RecordAsync(first);
        await RecordAsync(Many(250));
        await Cluster.SettleAsync();
        await Cluster.Cluster.Client.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);

        await IsKnownAsync(first);

        Assert.Equal(251, (await KeptEventsAsync()).Length);
    }

    [Fact]
    public async Task While_the_events_before_cannot_be_read_none_is_recorded()
    {
        var first = Events.Opened(Film);
        await RecordAsync(first);
        await RecordAsync(Many(250));
        await Cluster.SettleAsync();
        await Cluster.Cluster.Client.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);
        Probe.FailsReads = (state, _) => state.StartsWith("history", StringComparison.Ordinal);
        await Assert.ThrowsAsync<UnavailableException>(() => Personalizer.RecordAsync([first]));
        Probe.Forget();

        await IsKnownAsync(first);

        Assert.Equal(251, (await KeptEventsAsync()).Length);
    }

    [Fact]
    public async Task An_event_that_is_in_one_call_twice_with_hundreds_between_is_recorded_once()
    {
        var many = Many(300);

        var receipts = await Personalizer.RecordAsync([.. many, many[0]]);

        Assert.Equal(EventOutcome.Duplicate, receipts[^1].Outcome);
        Assert.Equal(many.Select(e => e.Id), await KeptEventsAsync());
    }

    [Fact]
    public async Task Hundreds_of_events_whose_acknowledgement_was_lost_are_known_when_they_come_again()
    {
        var many = Many(300);
        Probe.FailsAfter = (state, _) => state == "profile";
        await Assert.ThrowsAsync<UnavailableException>(() => Personalizer.RecordAsync([.. many]));
        Probe.Forget();

        foreach (var again in many.Chunk(50))
            await IsKnownAsync(again);

        Assert.Equal(many.Select(e => e.Id), await KeptEventsAsync());
    }

    private ProfileEvent[] Many(int count) => [.. Enumerable.Range(0, count).Select(i => Events.Progressed(Film, i))];

    private async Task IsKnownAsync(params ProfileEvent[] events) =>
        Assert.All(await Personalizer.RecordAsync([.. events]), receipt => Assert.Equal(EventOutcome.Duplicate, receipt.Outcome));
}
