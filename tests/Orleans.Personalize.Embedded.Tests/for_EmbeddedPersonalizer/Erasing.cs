using System.Text;
using Orleans.Personalize.Conformance;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Embedded.Tests.for_EmbeddedPersonalizer;

public sealed class Erasing : EmbeddedFacts
{
    private const string Secret = "quite-unmistakable";

    [Fact]
    public async Task No_byte_of_the_profile_stays_in_any_file()
    {
        var personalizer = await OpenWithTitlesAsync();
        var others = new List<EventMaker>();
        for (var i = 0; i < 30; i++)
            others.Add(await NewProfileAsync(personalizer, $"other-{i}"));
        var secret = await NewProfileAsync(personalizer, Secret);
        for (var i = 0; i < 40; i++)
        {
            await RecordAsync(personalizer, [.. others.Select(other => other.Searched($"harmless {i}"))]);
            await RecordAsync(personalizer, secret.Searched($"{Secret} {i}"), secret.Listed(SampleCatalog.Film("crime", 1 + (i % 8))));
        }

        Assert.True(await FilesContainAsync(Secret));

        Assert.True(await personalizer.EraseProfileAsync(secret.Profile));

        Assert.False(await FilesContainAsync(Secret));
        Assert.True(await FilesContainAsync("harmless"));
    }

    [Fact]
    public async Task Events_that_wait_beside_it_are_kept_or_refused_but_never_left_over()
    {
        var personalizer = await OpenWithTitlesAsync();
        var profile = await NewProfileAsync(personalizer, "p");
        var events = Enumerable.Range(0, 60).Select(i => profile.Searched($"{i}")).ToArray();

        var calls = events.Select((e, i) => i == 30
            ? Task.Run(async () => (await personalizer.EraseProfileAsync(profile.Profile), EventOutcome.Rejected))
            : Task.Run(async () => (false, (await personalizer.RecordAsync([e]))[0].Outcome)));
        var outcomes = await Task.WhenAll(calls);

        Assert.All(outcomes, outcome => Assert.NotEqual(EventOutcome.Duplicate, outcome.Item2));
        Assert.True(outcomes[30].Item1);
        await Assert.ThrowsAsync<UnknownProfileException>(() => personalizer.ExportProfileAsync(profile.Profile));
        await NewProfileAsync(personalizer, "p");
        Assert.Empty(await KeptEventsAsync(personalizer, profile.Profile));
    }

    private async Task<bool> FilesContainAsync(string text)
    {
        foreach (var file in Directory.GetFiles(Folder).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes);
            if (bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0)
                return true;
        }

        return false;
    }
}
