using Orleans.Personalize.Conformance;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Embedded.Tests.for_EventLog;

public sealed class Reading : EmbeddedFacts
{
    [Fact]
    public async Task Events_of_all_profiles_come_in_the_order_of_their_acceptance_while_the_service_runs()
    {
        var personalizer = await OpenWithTitlesAsync();
        var (first, second) = (await NewProfileAsync(personalizer, "p1"), await NewProfileAsync(personalizer, "p2"));
        var sent = new List<ProfileEvent>();
        for (var i = 0; i < 25; i++)
        {
            ProfileEvent[] events = [.. Enumerable.Range(0, 100).Select(n => (n % 3 == 0 ? first : second).Progressed(SampleCatalog.Film("drama", 2), n))];
            await RecordAsync(personalizer, events);
            sent.AddRange(events);
        }

        Assert.Equal(sent, await ReadAsync());

        await RecordAsync(personalizer, first.Listed(SampleCatalog.Film("drama", 3)));
        Assert.Equal(sent.Count + 1, (await ReadAsync()).Count);
    }

    [Fact]
    public async Task Titles_keep_their_numbers_and_removed_ones_leave_a_hole()
    {
        var personalizer = await OpenWithTitlesAsync();
        var before = new EventLog(Folder).ReadCatalog();
        var removed = SampleCatalog.Titles[3].Id;
        await personalizer.RemoveTitleAsync(removed);
        await personalizer.PutTitlesAsync([SampleCatalog.NewFilm("later")]);
        await personalizer.DisposeAsync();

        var after = new EventLog(Folder).ReadCatalog();

        Assert.Equal(before.Count + 1, after.Count);
        Assert.Null(after[3]);
        Assert.True(after.TryGetNumber(new TitleId("later"), out var number));
        Assert.Equal(before.Count, number);
        foreach (var title in SampleCatalog.Titles.Where(title => title.Id != removed))
        {
            Assert.True(before.TryGetNumber(title.Id, out var was));
            Assert.True(after.TryGetNumber(title.Id, out var now));
            Assert.Equal(was, now);
        }

        Assert.True(after.Version > before.Version);
    }

    [Fact]
    public async Task A_folder_without_a_database_is_refused() =>
        await Assert.ThrowsAsync<DataFolderException>(ReadAsync);

    private async Task<List<ProfileEvent>> ReadAsync()
    {
        var events = new List<ProfileEvent>();
        await foreach (var e in new EventLog(Folder).ReadEventsAsync())
            events.Add(e);
        return events;
    }
}
