using Orleans.Personalize.Events;
using Orleans.Personalize.Households;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Conformance.for_IPersonalizer;

public abstract class Merging_profiles<THost>(THost host) : PersonalizerFacts<THost>(host)
    where THost : PersonalizerHost
{
    [Fact]
    public async Task The_profile_that_stays_has_what_both_did_and_the_other_is_gone()
    {
        var (stays, goes) = (await NewProfileAsync(), await NewProfileAsync());
        var listed = stays.Listed(SampleCatalog.Film("drama", 1));
        var paused = goes.Paused(SampleCatalog.Film("comedy", 2), 2400);
        await RecordAsync(listed, paused);

        var merge = await Personalizer.MergeProfilesAsync(Request(stays, goes));

        Assert.Equal(new ProfileMerge { Profile = stays.Profile, Operation = merge.Operation, Events = 1, SourceKept = false }, merge);
        var export = await Personalizer.ExportProfileAsync(stays.Profile);
        Assert.Equal([listed, paused with { Profile = stays.Profile }], export.Events.OrderBy(e => e is PlayEvent));
        Assert.Equal(SampleCatalog.Film("comedy", 2), Assert.Single(export.Taste.InProgress).Title);
        Assert.Equal(SampleCatalog.Film("comedy", 2), RowOf(await HomeAsync(stays), RowKind.ContinueWatching)!.Cards[0].Title);
        await Assert.ThrowsAsync<UnknownProfileException>(() => Personalizer.GetProfileAsync(goes.Profile));
        Assert.False(await Personalizer.EraseProfileAsync(goes.Profile));
        Assert.Equal(EventOutcome.Rejected, Assert.Single(await Personalizer.RecordAsync([goes.Opened(SampleCatalog.Film("drama", 3))])).Outcome);
    }

    [Fact]
    public async Task A_merge_that_is_asked_for_again_is_answered_and_not_done_again_also_after_a_restart()
    {
        var (stays, goes) = (await NewProfileAsync(), await NewProfileAsync());
        await RecordAsync(goes.Started(SampleCatalog.Film("drama", 1)), goes.Completed(SampleCatalog.Film("drama", 2)));
        var request = Request(stays, goes);

        var merge = await Personalizer.MergeProfilesAsync(request);
        await RecordAsync(stays.Listed(SampleCatalog.Film("drama", 3)));
        await Host.RestartAsync();

        Assert.Equal(merge, await Personalizer.MergeProfilesAsync(request));
        Assert.Equal(3, (await KeptEventsAsync(stays)).Count);
        var refused = await Assert.ThrowsAsync<InvalidRequestException>(() => Personalizer.MergeProfilesAsync(request with { KeepSource = true }));
        Assert.Equal("operation", refused.Field);
    }

    [Fact]
    public async Task A_profile_that_is_kept_goes_on_as_it_was()
    {
        var (stays, other) = (await NewProfileAsync(), await NewProfileAsync());
        await RecordAsync(other.Completed(SampleCatalog.Film("drama", 1)));
        var before = await Personalizer.ExportProfileAsync(other.Profile);

        Assert.True((await Personalizer.MergeProfilesAsync(Request(stays, other) with { KeepSource = true })).SourceKept);
        var again = await Personalizer.MergeProfilesAsync(Request(stays, other) with { KeepSource = true });

        Assert.Equal(0, again.Events);
        AssertSame(before, await Personalizer.ExportProfileAsync(other.Profile));
        Assert.Single(await KeptEventsAsync(stays));
        await RecordAsync(other.Opened(SampleCatalog.Film("drama", 2)));
        Assert.Single(await KeptEventsAsync(stays));
    }

    [Fact]
    public async Task An_event_that_both_have_is_kept_once_and_a_repeat_of_one_taken_over_is_a_duplicate()
    {
        var (stays, goes) = (await NewProfileAsync(), await NewProfileAsync());
        var shared = stays.Opened(SampleCatalog.Film("drama", 1));
        var taken = goes.Opened(SampleCatalog.Film("drama", 2));
        await RecordAsync(shared, shared with { Profile = goes.Profile }, taken);

        Assert.Equal(1, (await Personalizer.MergeProfilesAsync(Request(stays, goes))).Events);

        Assert.Equal(2, (await KeptEventsAsync(stays)).Count);
        Assert.Equal(EventOutcome.Duplicate, Assert.Single(await Personalizer.RecordAsync([taken with { Profile = stays.Profile }])).Outcome);
    }

    [Fact]
    public async Task Profiles_of_two_accounts_and_an_adult_into_a_child_are_refused_and_both_stay_as_they_are()
    {
        var (stays, stranger, child) = (await NewProfileAsync(), await NewProfileAsync(), await NewProfileAsync(kids: true));
        await Personalizer.PutProfileAsync(new ProfileSettings { Id = stranger.Profile, Name = "Stranger", Account = new AccountId("elsewhere") });
        await RecordAsync(stays.Listed(SampleCatalog.Film("drama", 1)), stranger.Listed(SampleCatalog.Film("drama", 2)));

        Assert.Equal("source", (await RefusedAsync(Request(stays, stranger))).Field);
        Assert.Equal("source", (await RefusedAsync(Request(child, stays))).Field);
        Assert.Equal("source", (await RefusedAsync(Request(stays, stays))).Field);
        Assert.Equal("operation", (await RefusedAsync(Request(stays, child) with { Operation = default })).Field);
        await Assert.ThrowsAsync<UnknownProfileException>(() => Personalizer.MergeProfilesAsync(Request(stays, child) with { Source = new ProfileId("nobody") }));
        await Assert.ThrowsAsync<UnknownProfileException>(() => Personalizer.MergeProfilesAsync(Request(stays, child) with { Profile = new ProfileId("nobody") }));

        Assert.Single(await KeptEventsAsync(stays));
        await RecordAsync(stranger.Opened(SampleCatalog.Film("drama", 3)));
        Assert.Equal(2, (await KeptEventsAsync(stranger)).Count);
        Assert.Equal(0, (await Personalizer.MergeProfilesAsync(Request(stays, child))).Events);
    }

    [Fact]
    public async Task Two_profiles_that_take_over_each_other_at_once_lose_nothing_and_at_least_one_stays()
    {
        var (one, two) = (await NewProfileAsync(), await NewProfileAsync());
        await RecordAsync(one.Listed(SampleCatalog.Film("drama", 1)), two.Listed(SampleCatalog.Film("drama", 2)));

        await Task.WhenAll(TryAsync(Request(one, two)), TryAsync(Request(two, one)));

        var kept = 0;
        foreach (var profile in new[] { one, two })
        {
            try
            {
                var events = await KeptEventsAsync(profile);
                Assert.InRange(events.Count, 1, 2);
                kept += events.Count;
                await RecordAsync(profile.Opened(SampleCatalog.Film("drama", 3)));
            }
            catch (UnknownProfileException)
            {
                // The one that was taken over.
            }
        }

        Assert.Equal(2, kept);
    }

    private static ProfileMergeRequest Request(EventMaker stays, EventMaker goes) =>
        new() { Profile = stays.Profile, Source = goes.Profile, Operation = new OperationId($"merge-{EventMaker.NewId()}") };

    private Task<InvalidRequestException> RefusedAsync(ProfileMergeRequest request) =>
        Assert.ThrowsAsync<InvalidRequestException>(() => Personalizer.MergeProfilesAsync(request));

    private async Task TryAsync(ProfileMergeRequest request)
    {
        try
        {
            await Task.Yield();
            await Personalizer.MergeProfilesAsync(request);
        }
        catch (Exception error) when (error is UnavailableException or UnknownProfileException)
        {
            // The other was first.
        }
    }
}
