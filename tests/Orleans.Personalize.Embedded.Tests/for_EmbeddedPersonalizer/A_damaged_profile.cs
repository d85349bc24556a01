using Microsoft.Data.Sqlite;
using Orleans.Personalize.Conformance;

namespace Orleans.Personalize.Embedded.Tests.for_EmbeddedPersonalizer;

public sealed class A_damaged_profile : EmbeddedFacts
{
    private static readonly TitleId Film = SampleCatalog.Film("drama", 1);

    [Fact]
    public async Task Fails_its_own_calls_and_no_other_s_and_can_be_erased()
    {
        var personalizer = await OpenWithTitlesAsync();
        var damaged = await NewProfileAsync(personalizer, "damaged");
        await RecordAsync(personalizer, damaged.Listed(Film));
        var others = new List<EventMaker>();
        for (var i = 0; i < 10; i++)
            others.Add(await NewProfileAsync(personalizer, $"other-{i}"));
        await personalizer.DisposeAsync();
        Damage();
        personalizer = Open();

        var failing = Enumerable.Range(0, 5).Select(_ => personalizer.RecordAsync([damaged.Listed(Film)])).ToArray();
        var recorded = others.Select(other => RecordAsync(personalizer, other.Listed(Film), other.Opened(Film))).ToArray();

        await Task.WhenAll(recorded);
        foreach (var call in failing)
            await Assert.ThrowsAsync<InvalidDataException>(() => call);
        await Assert.ThrowsAsync<InvalidDataException>(() => HomeAsync(personalizer, damaged.Profile));
        foreach (var other in others)
        {
            Assert.Equal(2, (await KeptEventsAsync(personalizer, other.Profile)).Count);
            Assert.True((await personalizer.GetTitlePageAsync(other.Profile, Film)).InMyList);
        }

        Assert.True(await personalizer.EraseProfileAsync(damaged.Profile));
        await NewProfileAsync(personalizer, "damaged");
        await RecordAsync(personalizer, damaged.Listed(Film));
    }

    private void Damage()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "personalize.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE profile_states SET state = x'0102030405'";
        Assert.Equal(1, command.ExecuteNonQuery());
    }
}
