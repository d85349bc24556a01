using Orleans.Personalize.Conformance;
using Orleans.Personalize.Events;
using Orleans.Personalize.Households;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Cluster.Tests.for_ProfileGrain;

public sealed class Merging : ClusterFacts
{
    private const int OfBob = 700;
    private const string AnnKey = "default/ann";
    private const string BobKey = "default/bob";
    private static readonly ProfileId Bob = new("bob");
    private static readonly ProfileMergeRequest Merge = new() { Profile = Ann, Source = Bob, Operation = new OperationId("m1") };

    private int _writes;

    // The writes of a merge, one after the other: it is written down, the source is claimed, older events, the profile that is both, the
    // erasure of the source in its steps, and the end.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    public async Task A_merge_that_was_cut_off_before_any_of_its_writes_is_finished_when_it_is_asked_for_again(int write)
    {
        await CutOffAsync(write);
        await RestartAsync();

        Assert.Equal(OfBob, (await Personalizer.MergeProfilesAsync(Merge)).Events);

        await AssertMergedAsync();
        Assert.Equal(OfBob, (await Personalizer.MergeProfilesAsync(Merge)).Events);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(8)]
    public async Task A_merge_that_was_cut_off_goes_on_when_one_of_the_profiles_is_used(int write)
    {
        await CutOffAsync(write);
        await RestartAsync();

        // Whatever answers: the merge is done, or was given up as a whole.
        var receipt = Assert.Single(await Personalizer.RecordAsync([new EventMaker(Bob, Time).Opened(SampleCatalog.Film("drama", 2))]));

        if (receipt.Outcome == EventOutcome.Rejected)
        {
            await AssertMergedAsync();
            return;
        }

        Assert.Single(await KeptEventsAsync());
        Assert.Equal(OfBob + 1, (await Personalizer.MergeProfilesAsync(Merge)).Events);
        Assert.Equal(OfBob + 2, (await KeptEventsAsync()).Length);
    }

    [Fact]
    public async Task No_file_of_the_storage_names_the_profile_that_was_taken_over()
    {
        await BeginAsync();
        await Personalizer.MergeProfilesAsync(Merge);

        Assert.Empty(Folder.FilesWith(BobKey));
        Assert.Empty(Folder.FilesWith("\"bob\""));
    }

    [Fact]
    public async Task While_it_is_taken_over_a_profile_answers_and_takes_no_changes()
    {
        await BeginAsync();
        var (reached, goesOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        Probe.Holds = (state, key) =>
        {
            if (state != "history-0" || key != AnnKey)
                return Task.CompletedTask;
            reached.TrySetResult();
            return goesOn.Task;
        };
        var merge = Personalizer.MergeProfilesAsync(Merge);
        await reached.Task;

        Assert.Equal("Bob", (await Personalizer.GetProfileAsync(Bob)).Name);
        var recording = Personalizer.RecordAsync([new EventMaker(Bob, Time).Opened(SampleCatalog.Film("drama", 2))]);
        goesOn.SetResult();

        await merge;
        Assert.Equal(EventOutcome.Rejected, Assert.Single(await recording).Outcome);
        await AssertMergedAsync();
    }

    private async Task BeginAsync()
    {
        await Personalizer.PutProfileAsync(new ProfileSettings { Id = Bob, Name = "Bob" });
        var events = new EventMaker(Bob, Time);
        ProfileEvent[] many = [.. Enumerable.Range(0, OfBob).Select(i => events.Progressed(SampleCatalog.Film("drama", 1), i))];
        await RecordAsync(many);
        await RecordAsync(Events.Listed(SampleCatalog.Film("comedy", 1)));
        Probe.Forget();
    }

    private async Task CutOffAsync(int write)
    {
        await BeginAsync();
        Probe.FailsBefore = (_, key) => key is AnnKey or BobKey && Interlocked.Increment(ref _writes) > write;
        try
        {
            await Personalizer.MergeProfilesAsync(Merge);
        }
        catch (UnavailableException)
        {
            // As asked for.
        }

        Probe.Forget();
    }

    private async Task AssertMergedAsync()
    {
        var export = await Personalizer.ExportProfileAsync(Ann);
        Assert.Equal(OfBob + 1, export.Events.Length);
        Assert.All(export.Events, e => Assert.Equal(Ann, e.Profile));
        Assert.Equal(SampleCatalog.Film("drama", 1), Assert.Single(export.Taste.InProgress).Title);
        Assert.Equal(SampleCatalog.Film("comedy", 1), Assert.Single(export.Taste.MyList));
        await Assert.ThrowsAsync<UnknownProfileException>(() => Personalizer.GetProfileAsync(Bob));
        Assert.Equal([Ann], (await Personalizer.ListProfilesAsync(new ProfileQuery())).Profiles.Select(profile => profile.Id));
    }
}
