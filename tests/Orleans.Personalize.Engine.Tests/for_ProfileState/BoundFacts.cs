using System.Collections.Immutable;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Tests.Worlds;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Engine.Tests.for_ProfileState;

public sealed class BoundFacts(Xunit.Abstractions.ITestOutputHelper output)
{
    [Fact]
    public void No_sequence_of_events_makes_the_form_longer_than_its_cap()
    {
        // Numbers that take four bytes each, the longest vector and version, times all over a century.
        var catalog = Storms.CatalogOf(first: 2_097_200, titles: 3000);
        ImmutableArray<TitleId> ids = [.. Enumerable.Range(2_097_200, 3000).Select(number => catalog[number]!.Id)];
        var rules = new ProfileRules(catalog, new ThemeIndex(catalog), new HashEncoder(16, 256, new string('v', 64)));
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
        var rules = new ProfileRules(catalog, new ThemeIndex(catalog), new HashEncoder(16, 256, new string('v', 64)));
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
