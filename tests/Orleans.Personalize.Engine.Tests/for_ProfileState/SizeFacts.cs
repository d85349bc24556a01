using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Tests.Worlds;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Engine.Tests.for_ProfileState;

/// <summary>Measures memory of the process, so nothing may run beside it.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone))]
public sealed class SizeFacts(Xunit.Abstractions.ITestOutputHelper output)
{
    private const int Busy = 20_000;

    [Fact]
    public void A_busy_profile_takes_about_5_kB_stored_and_at_most_6_KB_of_memory()
    {
        var catalog = Storms.CatalogOf(first: 0, titles: Busy);
        var rules = new ProfileRules(catalog, new ThemeIndex(catalog), new HashEncoder(Busy, 256, "0123456789abcdef"));
        var bytes = BusyProfile(catalog, rules, seed: 1).Encode();
        output.WriteLine($"stored: {bytes.Length} bytes");
        Assert.InRange(bytes.Length, 3500, 5400);

        const int profiles = 10_000;
        var kept = new ProfileState[profiles];
        _ = ProfileState.Decode(bytes);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < profiles; i++)
            kept[i] = ProfileState.Decode(bytes);
        var each = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)profiles;
        GC.KeepAlive(kept);
        GC.KeepAlive(rules);
        output.WriteLine($"in memory: {each:F0} bytes");
        Assert.InRange(each, 1000, 6 * 1024);
    }

    /// <summary>500 visits of some 100 days, and lists as a member who uses everything has them.</summary>
    private static ProfileState BusyProfile(Catalog catalog, ProfileRules rules, int seed)
    {
        var random = new Random(seed);
        var state = ProfileState.Empty;
        var minutes = 0.0;
        var number = 0;
        for (var visit = 0; visit < 520; visit++)
        {
            minutes += random.Next(5) == 0 ? 60 * 20 : random.Next(5, 180);
            var title = catalog[random.Next(catalog.Count)]!.Id;
            var (profile, now) = (SmallWorld.Settings.Id, SmallWorld.At(minutes));
            var device = (DeviceKind)random.Next(3);
            Apply(new Impression { Id = NextId(), Profile = profile, Time = now, Title = title });
            Apply(new TitleOpened { Id = NextId(), Profile = profile, Time = now, Title = title, Artwork = new ArtworkId("a1") });
            if (visit % 2 == 0)
            {
                Apply(new PlayStarted { Id = NextId(), Profile = profile, Time = now.AddMinutes(1), Title = title, Device = device });
                Apply(new PlayCompleted { Id = NextId(), Profile = profile, Time = now.AddMinutes(3), Title = title });
            }

            if (visit % 50 == 1)
                Apply(new PlayPaused { Id = NextId(), Profile = profile, Time = now.AddMinutes(2), Title = title, PositionSeconds = 600 });
            if (visit % 20 == 0)
                Apply(new ThumbGiven { Id = NextId(), Profile = profile, Time = now.AddMinutes(4), Title = title, Thumb = Thumb.Up });
            if (visit % 26 == 0)
                Apply(new MyListAdded { Id = NextId(), Profile = profile, Time = now.AddMinutes(4), Title = title });
            if (visit % 40 == 0)
                Apply(new Searched { Id = NextId(), Profile = profile, Time = now, Query = $"some film {visit}" });
            if (visit % 30 == 0)
                Apply(new RowScrolledPast { Id = NextId(), Profile = profile, Time = now, Row = new RowId($"genre:g{visit % 20}") });
        }

        return state;

        EventId NextId() => new($"event-{number++}");
        void Apply(ProfileEvent next) => state = rules.Apply(state, SmallWorld.Settings, next).State;
    }
}
