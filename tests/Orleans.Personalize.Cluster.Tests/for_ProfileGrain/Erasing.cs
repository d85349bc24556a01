using Orleans.Personalize.Conformance;
using Orleans.Personalize.Events;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Cluster.Tests.for_ProfileGrain;

public sealed class Erasing : ClusterFacts
{
    private const string Key = "default/ann";
    private static readonly TitleId Film = SampleCatalog.Film("drama", 1);

    [Fact]
    public async Task No_file_of_the_storage_names_the_profile_any_more()
    {
        await RecordManyAsync();
        Assert.NotEmpty(Folder.FilesWith(Key));
        Assert.NotEmpty(Folder.FilesWith("\"ann\""));

        Assert.True(await Personalizer.EraseProfileAsync(Ann));

        Assert.Empty(Folder.FilesWith(Key));
        Assert.Empty(Folder.FilesWith("\"ann\""));
    }

    [Theory]
    [InlineData("history-0")]
    [InlineData("history-1")]
    [InlineData("profiles")]
    public async Task An_erasure_that_was_cut_off_leaves_an_unknown_profile_and_is_finished_by_the_next(string failing)
    {
        await RecordManyAsync();
        Probe.FailsBefore = (state, _) => state == failing;
        await Assert.ThrowsAsync<UnavailableException>(() => Personalizer.EraseProfileAsync(Ann));
        Probe.Forget();

        Assert.True(await Personalizer.EraseProfileAsync(Ann));

        Assert.False(await Personalizer.EraseProfileAsync(Ann));
        await Assert.ThrowsAsync<UnknownProfileException>(() => Personalizer.GetProfileAsync(Ann));
        Assert.Empty(Folder.FilesWith(Key));
    }

    [Fact]
    public async Task An_erasure_that_was_cut_off_is_finished_after_a_restart()
    {
        await RecordManyAsync();
        Probe.FailsBefore = (state, _) => state == "history-1";
        await Assert.ThrowsAsync<UnavailableException>(() => Personalizer.EraseProfileAsync(Ann));
        Probe.Forget();
        await RestartAsync();

        await Assert.ThrowsAsync<UnknownProfileException>(() => Personalizer.GetProfileAsync(Ann));
        await Personalizer.EraseProfileAsync(Ann);

        Assert.Empty(Folder.FilesWith(Key));
        Assert.Empty((await Personalizer.ListProfilesAsync(new ProfileQuery())).Profiles);
    }

    [Fact]
    public async Task A_profile_put_while_an_erasure_is_unfinished_begins_anew()
    {
        await RecordManyAsync();
        Probe.FailsBefore = (state, _) => state == "history-1";
        await Assert.ThrowsAsync<UnavailableException>(() => Personalizer.EraseProfileAsync(Ann));
        Probe.Forget();

        await Personalizer.PutProfileAsync(new ProfileSettings { Id = Ann, Name = "Another Ann" });

        Assert.Empty(await KeptEventsAsync());
        await RecordAsync(Events.Listed(Film));
        Assert.Single(await KeptEventsAsync());
        Assert.Equal("Another Ann", Assert.Single((await Personalizer.ListProfilesAsync(new ProfileQuery())).Profiles).Name);
    }

    [Fact]
    public async Task A_profile_whose_state_is_damaged_can_be_erased_and_made_again()
    {
        await RecordManyAsync();
        await RestartAsync();
        Probe.Damages = (state, key) => state == "profile" && key == Key;
        await Assert.ThrowsAsync<UnavailableException>(() => Personalizer.GetProfileAsync(Ann));
        await Assert.ThrowsAsync<UnavailableException>(() => Personalizer.RecordAsync([Events.Opened(Film)]));
        await Assert.ThrowsAsync<UnavailableException>(() => Personalizer.PutProfileAsync(new ProfileSettings { Id = Ann, Name = "Other" }));

        Assert.True(await Personalizer.EraseProfileAsync(Ann));

        Assert.Empty(Folder.FilesWith(Key));
        await Personalizer.PutProfileAsync(new ProfileSettings { Id = Ann, Name = "Ann" });
        await RecordAsync(Events.Opened(Film));
        Assert.Single(await KeptEventsAsync());
    }

    [Fact]
    public async Task Settings_whose_listing_was_cut_off_are_listed_by_the_next_start()
    {
        var settings = new ProfileSettings { Id = new ProfileId("bob"), Name = "Bob" };
        Probe.FailsBefore = (state, _) => state == "profiles";
        await Assert.ThrowsAsync<UnavailableException>(() => Personalizer.PutProfileAsync(settings));
        Probe.Forget();
        await RestartAsync();

        Assert.Equal("Bob", (await Personalizer.GetProfileAsync(settings.Id)).Name);
        await Personalizer.PutProfileAsync(settings);

        Assert.Contains(settings.Id, (await Personalizer.ListProfilesAsync(new ProfileQuery())).Profiles.Select(profile => profile.Id));
    }

    private async Task RecordManyAsync()
    {
        ProfileEvent[] many = [.. Enumerable.Range(0, 700).Select(i => Events.Progressed(Film, i))];
        await RecordAsync(many);
        await RecordAsync(Events.Opened(Film));
    }
}
