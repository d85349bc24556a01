using Microsoft.Data.Sqlite;
using Orleans.Personalize.Conformance;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Embedded.Tests.for_EmbeddedPersonalizer;

public sealed class A_database_that_cannot_be_written : EmbeddedFacts
{
    private static readonly TitleId Film = SampleCatalog.Film("comedy", 1);

    [Fact]
    public async Task Held_by_another_connection_it_refuses_writes_until_it_is_free()
    {
        var personalizer = await OpenWithTitlesAsync(options => options.BusyTimeout = TimeSpan.FromSeconds(1));
        var profile = await NewProfileAsync(personalizer, "p");
        var listed = profile.Listed(Film);
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "personalize.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var transaction = connection.BeginTransaction(deferred: false);

            await Assert.ThrowsAsync<UnavailableException>(() => personalizer.RecordAsync([listed]));
            await Assert.ThrowsAsync<UnavailableException>(() => personalizer.PutTitlesAsync([SampleCatalog.NewFilm("refused")]));

            Assert.False((await personalizer.GetTitlePageAsync(profile.Profile, Film)).InMyList);
            await Assert.ThrowsAsync<UnknownTitleException>(() => personalizer.GetTitleAsync(new TitleId("refused")));
        }

        await RecordAsync(personalizer, listed);
        Assert.True((await personalizer.GetTitlePageAsync(profile.Profile, Film)).InMyList);
        Assert.Equal([listed.Id], await KeptEventsAsync(personalizer, profile.Profile));
    }

    [Fact]
    public async Task Held_by_another_connection_it_still_answers_for_profiles_that_are_not_in_memory()
    {
        var personalizer = await OpenWithTitlesAsync(options =>
        {
            options.BusyTimeout = TimeSpan.FromSeconds(1);
            options.ResidentProfiles = 1;
        });
        var (first, second) = (await NewProfileAsync(personalizer, "p1"), await NewProfileAsync(personalizer, "p2"));
        await RecordAsync(personalizer, first.Listed(Film));
        await RecordAsync(personalizer, second.Listed(Film));
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "personalize.db")};Pooling=False");
        await connection.OpenAsync();
        await using var transaction = connection.BeginTransaction(deferred: false);
        var waiting = personalizer.RecordAsync([first.Unlisted(Film)]);

        Assert.True((await personalizer.GetTitlePageAsync(first.Profile, Film)).InMyList);
        Assert.True((await personalizer.GetTitlePageAsync(second.Profile, Film)).InMyList);

        Assert.False(waiting.IsCompleted);
        await Assert.ThrowsAsync<UnavailableException>(() => waiting);
    }

    [Fact]
    public async Task Full_it_refuses_events_and_goes_on_to_answer()
    {
        var personalizer = await OpenWithTitlesAsync(options => options.MaxDatabaseBytes = 1 << 20);
        var profile = await NewProfileAsync(personalizer, "p");
        var accepted = new List<EventId>();
        ProfileEvent refused;
        while (true)
        {
            ProfileEvent[] events = [.. Enumerable.Range(0, 50).Select(i => profile.Searched($"{i} {new string('s', 190)}"))];
            try
            {
                await RecordAsync(personalizer, events);
                accepted.AddRange(events.Select(e => e.Id));
            }
            catch (UnavailableException)
            {
                refused = events[0];
                break;
            }

            Assert.InRange(accepted.Count, 0, 10_000);
        }

        Assert.Equal(accepted, await KeptEventsAsync(personalizer, profile.Profile));
        Assert.NotEmpty((await HomeAsync(personalizer, profile.Profile)).Rows);
        await personalizer.DisposeAsync();

        var roomy = Open();
        Assert.Equal(accepted, await KeptEventsAsync(roomy, profile.Profile));
        await RecordAsync(roomy, refused);
    }
}
