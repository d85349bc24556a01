using System.Text.Json;
using Orleans.Personalize.Conformance;
using Orleans.Personalize.Events;
using Orleans.Personalize.Json;

namespace Orleans.Personalize.Embedded.Tests.for_EmbeddedPersonalizer;

public sealed class Resident_profiles : EmbeddedFacts
{
    [Fact]
    public async Task No_more_stay_than_allowed_and_those_that_left_come_back_the_same()
    {
        using var spacious = new TemporaryFolder();
        await using var reference = EmbeddedPersonalizer.Open(new EmbeddedOptions { DataFolder = spacious.Path }, Time);
        await reference.PutTitlesAsync(SampleCatalog.Titles);
        var cramped = await OpenWithTitlesAsync(options => options.ResidentProfiles = 2);
        var profiles = new List<EventMaker>();
        for (var i = 0; i < 8; i++)
        {
            profiles.Add(await NewProfileAsync(cramped, $"p{i}"));
            await NewProfileAsync(reference, $"p{i}");
        }

        for (var round = 0; round < 12; round++)
        {
            Time.Advance(TimeSpan.FromMinutes(7));
            for (var i = 0; i < profiles.Count; i++)
            {
                ProfileEvent[] events =
                [
                    profiles[i].Progressed(SampleCatalog.Film("drama", 1 + ((i + round) % 8)), 100 * round),
                    profiles[i].Thumbed(SampleCatalog.Film("comedy", 1 + ((i * round) % 8)), (Thumb)(round % 4)),
                    profiles[i].Searched($"search {round}"),
                ];
                await RecordAsync(cramped, events);
                await RecordAsync(reference, events);
                Assert.InRange(cramped.GetStatus().ResidentProfiles, 0, 2);
            }
        }

        foreach (var profile in profiles)
        {
            Assert.Equal(
                JsonSerializer.Serialize(await HomeAsync(reference, profile.Profile), PersonalizeJson.Options),
                JsonSerializer.Serialize(await HomeAsync(cramped, profile.Profile), PersonalizeJson.Options));
            Assert.Equal(
                JsonSerializer.Serialize((await reference.ExportProfileAsync(profile.Profile)).Taste, PersonalizeJson.Options),
                JsonSerializer.Serialize((await cramped.ExportProfileAsync(profile.Profile)).Taste, PersonalizeJson.Options));
        }

        Assert.InRange(cramped.GetStatus().ResidentProfiles, 0, 2);
        Assert.Equal(profiles.Count, reference.GetStatus().ResidentProfiles);
    }

    [Fact]
    public async Task Their_bytes_stay_within_bounds()
    {
        var personalizer = await OpenWithTitlesAsync(options => options.ResidentBytes = 8_000);

        for (var i = 0; i < 20; i++)
        {
            var profile = await NewProfileAsync(personalizer, $"p{i}");
            await RecordAsync(personalizer, profile.Completed(SampleCatalog.Film("crime", 1)));
            Assert.InRange(personalizer.GetStatus().ResidentBytes, 1, 8_000);
        }

        Assert.InRange(personalizer.GetStatus().ResidentProfiles, 1, 7);
    }

    [Fact]
    public async Task Idle_ones_leave_while_others_are_used()
    {
        var personalizer = await OpenWithTitlesAsync(options => options.ResidentIdleTime = TimeSpan.FromMinutes(10));
        for (var i = 0; i < 20; i++)
            await NewProfileAsync(personalizer, $"idle{i}");
        Assert.Equal(20, personalizer.GetStatus().ResidentProfiles);

        Time.Advance(TimeSpan.FromMinutes(11));
        var active = await NewProfileAsync(personalizer, "active");
        for (var i = 0; i < 20; i++)
            await RecordAsync(personalizer, active.Opened(SampleCatalog.Film("crime", 1)));

        Assert.Equal(1, personalizer.GetStatus().ResidentProfiles);
    }

    [Fact]
    public async Task Pages_asked_for_from_many_sides_while_places_are_few_never_miss_an_acknowledged_event()
    {
        var personalizer = await OpenWithTitlesAsync(options => options.ResidentProfiles = 2);
        var profiles = new List<EventMaker>();
        for (var i = 0; i < 6; i++)
            profiles.Add(await NewProfileAsync(personalizer, $"p{i}"));

        await Task.WhenAll(profiles.Select(profile => Task.Run(async () =>
        {
            for (var i = 1; i <= 40; i++)
            {
                await RecordAsync(personalizer, profile.Paused(SampleCatalog.Film("drama", 3), 300 + i));
                var page = await personalizer.GetTitlePageAsync(profile.Profile, SampleCatalog.Film("drama", 3));
                Assert.Equal(300 + i, page.Card.Progress?.PositionSeconds);
                foreach (var other in profiles)
                    await HomeAsync(personalizer, other.Profile);
            }
        })));
    }
}
