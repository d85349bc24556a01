using System.Collections.Immutable;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Conformance.for_IPersonalizer;

public abstract class Recording_events<THost>(THost host) : PersonalizerFacts<THost>(host)
    where THost : PersonalizerHost
{
    private static readonly TitleId Film = SampleCatalog.Film("drama", 1);

    [Fact]
    public async Task No_events_have_no_receipts() => Assert.Empty(await Personalizer.RecordAsync([]));

    [Fact]
    public async Task An_array_that_is_none_is_refused()
    {
        var error = await Assert.ThrowsAsync<InvalidRequestException>(() => Personalizer.RecordAsync(default));
        Assert.Equal("events", error.Field);
    }

    [Fact]
    public async Task Receipts_come_in_the_order_of_the_events()
    {
        var (first, second) = (await NewProfileAsync(), await NewProfileAsync());
        ProfileEvent[] events =
        [
            first.Opened(Film),
            second.Opened(new TitleId("nothing")),
            second.Started(Film),
            first.Rated(Film, 99),
            first.Listed(Film),
            new EventMaker(NewProfileId(), Host.Time).Opened(Film),
            second.Listed(Film),
        ];

        var receipts = await Personalizer.RecordAsync([.. events]);

        Assert.Equal(events.Select(e => (EventId?)e.Id), receipts.Select(r => r.Id));
        Assert.Equal(
            [
                EventOutcome.Accepted, EventOutcome.Rejected, EventOutcome.Accepted, EventOutcome.Rejected,
                EventOutcome.Accepted, EventOutcome.Rejected, EventOutcome.Accepted,
            ],
            receipts.Select(r => r.Outcome));
    }

    [Fact]
    public async Task A_repeat_in_a_later_call_is_a_duplicate_and_changes_nothing()
    {
        var profile = await NewProfileAsync();
        var paused = profile.Paused(Film, 600);
        await RecordAsync(paused);
        var before = await HomeAsync(profile);

        var receipts = await Personalizer.RecordAsync([paused, paused]);

        Assert.All(receipts, receipt => Assert.Equal(new EventReceipt(paused.Id, EventOutcome.Duplicate), receipt));
        Assert.Equal([paused.Id], await KeptEventsAsync(profile));
        AssertSame(before, await HomeAsync(profile));
    }

    [Fact]
    public async Task A_repeat_in_the_same_call_is_a_duplicate()
    {
        var profile = await NewProfileAsync();
        var opened = profile.Opened(Film);

        var receipts = await Personalizer.RecordAsync([opened, opened]);

        Assert.Equal([EventOutcome.Accepted, EventOutcome.Duplicate], receipts.Select(r => r.Outcome));
        Assert.Equal([opened.Id], await KeptEventsAsync(profile));
    }

    [Fact]
    public async Task The_first_of_two_different_events_with_one_id_counts()
    {
        var profile = await NewProfileAsync();
        var listed = profile.Listed(Film);

        var receipts = await Personalizer.RecordAsync([listed, profile.Unlisted(Film) with { Id = listed.Id }]);

        Assert.Equal([EventOutcome.Accepted, EventOutcome.Duplicate], receipts.Select(r => r.Outcome));
        Assert.True((await Personalizer.GetTitlePageAsync(profile.Profile, Film)).InMyList);
    }

    [Fact]
    public async Task Two_profiles_may_use_the_same_event_id()
    {
        var (first, second) = (await NewProfileAsync(), await NewProfileAsync());
        var opened = first.Opened(Film);

        await RecordAsync(opened, second.Opened(Film) with { Id = opened.Id });
    }

    [Fact]
    public async Task An_event_of_an_unknown_profile_is_rejected()
    {
        var receipt = Assert.Single(await Personalizer.RecordAsync([new EventMaker(NewProfileId(), Host.Time).Opened(Film)]));

        Assert.Equal(EventOutcome.Rejected, receipt.Outcome);
        Assert.Equal("profile", receipt.Field);
        Assert.NotNull(receipt.Reason);
    }

    [Fact]
    public async Task An_event_about_an_unknown_title_is_rejected()
    {
        var profile = await NewProfileAsync();
        await AssertRejectedAsync(profile, profile.Opened(new TitleId("nothing")), "title");
    }

    [Fact]
    public async Task An_event_from_the_future_is_rejected()
    {
        var profile = await NewProfileAsync();
        await AssertRejectedAsync(profile, profile.Opened(Film) with { Time = Host.Time.GetUtcNow().AddHours(1) }, "time");
    }

    [Fact]
    public async Task A_rating_out_of_range_is_rejected()
    {
        var profile = await NewProfileAsync();
        await AssertRejectedAsync(profile, profile.Rated(Film, 5.5), "stars");
    }

    [Fact]
    public async Task A_position_that_is_no_number_is_rejected()
    {
        var profile = await NewProfileAsync();
        await AssertRejectedAsync(profile, profile.Progressed(Film, double.NaN), "positionSeconds");
    }

    [Fact]
    public async Task An_event_without_an_id_is_rejected()
    {
        var profile = await NewProfileAsync();
        await AssertRejectedAsync(profile, profile.Opened(Film) with { Id = default }, "id");
    }

    [Fact]
    public async Task A_rejected_event_may_be_sent_again_corrected_with_the_same_id()
    {
        var profile = await NewProfileAsync();
        var wrong = profile.Rated(Film, 0);
        await AssertRejectedAsync(profile, wrong, "stars");

        await RecordAsync(wrong with { Stars = 4 });
    }

    [Fact]
    public async Task A_call_that_was_cancelled_before_records_nothing()
    {
        var profile = await NewProfileAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Personalizer.RecordAsync([profile.Opened(Film)], new CancellationToken(canceled: true)));

        Assert.Empty(await KeptEventsAsync(profile));
    }

    [Fact]
    public async Task A_batch_of_many_events_keeps_their_order()
    {
        var profile = await NewProfileAsync();
        var events = Enumerable.Range(0, 300).Select(i => (ProfileEvent)profile.Progressed(Film, 10 * i)).ToImmutableArray();

        var receipts = await Personalizer.RecordAsync(events);

        Assert.All(receipts, receipt => Assert.Equal(EventOutcome.Accepted, receipt.Outcome));
        Assert.Equal(events.Select(e => e.Id), await KeptEventsAsync(profile));
    }

    private async Task AssertRejectedAsync(EventMaker profile, ProfileEvent wrong, string field)
    {
        var receipt = Assert.Single(await Personalizer.RecordAsync([wrong]));
        Assert.Equal(EventOutcome.Rejected, receipt.Outcome);
        Assert.Equal(field, receipt.Field);
        Assert.False(string.IsNullOrWhiteSpace(receipt.Reason));
        Assert.Empty(await KeptEventsAsync(profile));
    }
}
