using System.Collections.Immutable;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Tests.Worlds;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Engine.Tests.for_ProfileState;

public sealed class BoundFacts(Xunit.Abstractions.ITestOutputHelper output)
{
    private const int Busy = 20_000;

    [Fact]
    public void No_sequence_of_events_makes_the_form_longer_than_its_cap()
    {
        // Numbers that take four bytes each, the longest vector and version, times all over a century.
        var catalog = Storms.CatalogOf(first: 2_097_200, titles: 3000);
        ImmutableArray<TitleId> ids = [.. Enumerable.Range(2_097_200, 3000).Select(number => catalog[number]!.Id)];
        var rules = new ProfileRules(catalog, new ThemeIndex(catalog), new HashVectors(16, 256, new string('v', 64)));
        Properties.Hold(Properties.Seeds(3000), seeds =>
        {
            var state = ProfileState.Empty;
            for (byte arm = 0; arm < 20; arm++)
                state = state.WithArm($"experiment {arm}", arm);
            var longest = 0;
            for (var i = 0; i < seeds.Length; i++)
            {
                state = rules.Apply(state, SmallWorld.Settings, Storms.EventOf(seeds[i], catalog, ids, TimeSpan.FromDays(36500))).State;
                if (i % 100 == 0 || i == seeds.Length - 1)
                    longest = Math.Max(longest, state.Encode().Length);
            }

            return longest <= ProfileState.MaxEncodedBytes && state.InteractionCount <= ProfileState.MaxInteractions;
        }, count: 8);
    }

    [Fact]
    public void A_profile_with_everything_at_its_cap_keeps_a_history_within_the_cap()
    {
        var catalog = Storms.CatalogOf(first: 2_097_200, titles: 3000);
        ImmutableArray<TitleId> ids = [.. Enumerable.Range(2_097_200, 3000).Select(number => catalog[number]!.Id)];
        var rules = new ProfileRules(catalog, new ThemeIndex(catalog), new HashVectors(16, 256, new string('v', 64)));
        var state = ProfileState.Empty;
        for (var i = 0; i < 6000; i++)
            state = rules.Apply(state, SmallWorld.Settings, FillingEvent(i, ids)).State;
        var bytes = state.Encode();
        output.WriteLine($"{bytes.Length} bytes, {state.InteractionCount} interactions");

        Assert.InRange(bytes.Length, ProfileState.MaxEncodedBytes - 64, ProfileState.MaxEncodedBytes);
        Assert.InRange(state.InteractionCount, 150, 499);
        Assert.Equal((200, 200, 200), (state.Thumbs.Length, state.MyList.Length, state.Hidden.Length));
        Assert.Equal(bytes, ProfileState.Decode(bytes).Encode());
    }

    [Fact]
    public void A_busy_profile_takes_about_5_kB_stored_and_at_most_6_KB_of_memory()
    {
        var catalog = Storms.CatalogOf(first: 0, titles: Busy);
        var rules = new ProfileRules(catalog, new ThemeIndex(catalog), new HashVectors(Busy, 64, "0123456789abcdef"));
        var bytes = BusyProfile(catalog, rules, seed: 1).Encode();
        output.WriteLine($"stored: {bytes.Length} bytes");
        Assert.InRange(bytes.Length, 3500, 5200);

        const int profiles = 20_000;
        var kept = new ProfileState[profiles];
        _ = ProfileState.Decode(bytes);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < profiles; i++)
            kept[i] = ProfileState.Decode(bytes);
        var each = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)profiles;
        GC.KeepAlive(kept);
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

    private static ProfileEvent FillingEvent(int i, ImmutableArray<TitleId> ids)
    {
        var id = new EventId($"fill-{i}");
        var profile = SmallWorld.Settings.Id;
        var title = ids[i % ids.Length];
        var time = SmallWorld.Start.AddDays(i % 3 == 0 ? i : i / 7.0);
        return (i % 9) switch
        {
            0 => new ThumbGiven { Id = id, Profile = profile, Time = time, Title = title, Thumb = Thumb.Down },
            1 => new MyListAdded { Id = id, Profile = profile, Time = time, Title = title },
            2 => new TitleHidden { Id = id, Profile = profile, Time = time, Title = title },
            3 => new PlayPaused { Id = id, Profile = profile, Time = time, Title = title, PositionSeconds = 900, Device = (DeviceKind)(i % 4) },
            4 => new Impression { Id = id, Profile = profile, Time = time, Title = title },
            5 => new RowScrolledAlong { Id = id, Profile = profile, Time = time, Row = new RowId($"r{i}"), ThroughColumn = 12 },
            6 => new SearchResultOpened { Id = id, Profile = profile, Time = time, Title = title, Query = $"{i} {new string('ß', 50)}" },
            7 => new NotificationSent { Id = id, Profile = profile, Time = time, Notification = $"n{i}", About = title },
            _ => new TitleOpened { Id = id, Profile = profile, Time = time, Title = title, Artwork = new ArtworkId("a1") },
        };
    }
}
