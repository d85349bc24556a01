using Orleans.Personalize.Conformance;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Embedded.Tests.for_EmbeddedPersonalizer;

public sealed class Events_of_long_ago : EmbeddedFacts
{
    [Fact]
    public async Task A_repeat_is_a_duplicate_however_many_events_came_between()
    {
        var personalizer = await OpenWithTitlesAsync();
        var profile = await NewProfileAsync(personalizer, "p");
        var listed = profile.Listed(SampleCatalog.Film("drama", 1));
        await RecordAsync(personalizer, listed, profile.Unlisted(SampleCatalog.Film("drama", 1)));
        await RecordAsync(personalizer, [.. Enumerable.Range(0, 1000).Select(i => profile.Searched($"{i}"))]);

        Assert.Equal(EventOutcome.Duplicate, (await personalizer.RecordAsync([listed]))[0].Outcome);

        await personalizer.DisposeAsync();
        var again = Open();
        Assert.Equal(EventOutcome.Duplicate, (await again.RecordAsync([listed]))[0].Outcome);
        Assert.False((await again.GetTitlePageAsync(profile.Profile, SampleCatalog.Film("drama", 1))).InMyList);
        Assert.Equal(1002, (await KeptEventsAsync(again, profile.Profile)).Count);
    }
}
