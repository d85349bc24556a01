using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Numerics;
using FsCheck.Fluent;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Tests.Worlds;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Notifications;

namespace Orleans.Personalize.Engine.Tests.for_ProfileState;

public sealed class EncodingFacts
{
    private static readonly Catalog Titles = Storms.CatalogOf(first: 0, titles: 300);
    private static readonly ImmutableArray<TitleId> Ids = [.. Enumerable.Range(0, 300).Select(number => Titles[number]!.Id)];
    private static readonly ProfileRules Rules = new(Titles, new ThemeIndex(Titles), new HashEncoder(64, 64, "0123456789abcdef"));

    [Fact]
    public void What_was_encoded_decodes_to_the_same_bytes() => Properties.Hold(Properties.Seeds(300), seeds =>
    {
        var bytes = After(seeds).Encode();
        return ProfileState.Decode(bytes).Encode().AsSpan().SequenceEqual(bytes);
    });

    [Fact]
    public void A_decoded_state_goes_on_like_the_one_it_was_made_from() => Properties.Hold(Properties.Seeds(200), seeds =>
    {
        var state = After(seeds);
        var decoded = ProfileState.Decode(state.Encode());
        int[] more = [1, 2, 3, 5, 8, 13];
        return Apply(decoded, more).Encode().AsSpan().SequenceEqual(Apply(state, more).Encode());
    });

    [Fact]
    public void An_empty_state_is_short() => Assert.InRange(ProfileState.Empty.Encode().Length, 1, 64);

    [Fact]
    public void Any_single_bit_that_flips_is_noticed()
    {
        var bytes = After([.. Enumerable.Range(0, 60)]).Encode();
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<InvalidDataException>(() => ProfileState.Decode(bytes));
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void Any_form_cut_short_is_noticed()
    {
        var bytes = After([.. Enumerable.Range(0, 60)]).Encode();
        for (var length = 0; length < bytes.Length; length++)
            Assert.Throws<InvalidDataException>(() => ProfileState.Decode(bytes.AsSpan(0, length)));
    }

    [Fact]
    public void Forms_forged_with_a_right_checksum_are_refused_or_give_a_state_that_works()
    {
        var good = After([.. Enumerable.Range(0, 120)]).Encode();
        var refused = 0;
        var random = new Random(3);
        for (var round = 0; round < 5_000; round++)
        {
            var forged = good.AsSpan(0, random.Next(10) == 0 ? random.Next(5, good.Length) : good.Length).ToArray();
            for (var change = random.Next(1, 4); change > 0; change--)
                forged[random.Next(forged.Length - 4)] = (byte)random.Next(256);
            refused += WorksOrIsRefused(Sign(forged)) ? 0 : 1;
        }

        Assert.InRange(refused, 1, 4_999);
    }

    [Fact]
    public void Random_bytes_are_refused_or_give_a_state_that_works() => Properties.Hold(
        Gen.Choose(0, 300).SelectMany(length => Gen.ArrayOf(Gen.Choose(0, 255), length)),
        values =>
        {
            byte[] bytes = [.. values.Select(value => (byte)value)];
            WorksOrIsRefused(bytes);
            WorksOrIsRefused(Sign([1, .. bytes, 0, 0, 0, 0]));
            return true;
        },
        count: 500);

    [Fact]
    public void A_long_foreign_file_is_refused() =>
        Assert.Throws<InvalidDataException>(() => ProfileState.Decode(new byte[10_000_000]));

    [Fact]
    public void A_form_of_version_1_is_still_read_but_for_its_preference_vector_of_another_kind()
    {
        var state = ReadGolden(Golden.Version1);
        Assert.Equal("m1", state.ModelVersion);
        Assert.Empty(state.PreferenceVector.ToArray());
    }

    [Fact]
    public void A_form_of_version_2_is_still_read()
    {
        var state = ReadGolden(Golden.Version2);
        Assert.Equal("m3", state.ModelVersion);
        Assert.Equal(8, state.PreferenceVector.Length);
        Assert.Same(state, new SmallWorld("m3").Rules.Refresh(state));
    }

    [Fact]
    public void A_form_of_version_3_is_still_read()
    {
        var state = ProfileState.Decode(Convert.FromBase64String(Golden.Version3));
        Assert.Equal(15, state.Revision);
        Assert.Equal(SmallWorld.At(300).ToUniversalTime(), state.LastSeen);
        var log = state.Notifications.ToArray();
        Assert.Equal([NotificationStage.Opened, NotificationStage.Claimed], log.Select(entry => entry.Stage));
        Assert.Null(log[0].Channel);
        Assert.Equal(log[0].Seconds, log[0].SentSeconds);
        Assert.Equal(((NotificationChannel?)NotificationChannel.Email, (NotificationKind?)NotificationKind.Digest, (byte)2), (log[1].Channel, log[1].Kind, log[1].Attempts));
        Assert.Equal([SmallWorld.Horror, SmallWorld.Series], log[1].Titles.AsEnumerable());
        Assert.Equal(20u * 60, log[1].Seconds - log[1].SentSeconds);
    }

    [Fact]
    public void A_form_of_version_4_is_still_read_with_the_screens_of_its_visits()
    {
        var state = ProfileState.Decode(Convert.FromBase64String(Golden.Version4));
        var visits = new Visit[state.InteractionCount];
        state.CopyVisits(visits);
        Assert.Equal(16, state.Revision);
        Assert.Equal(new Visit(SmallWorld.Horror, Interaction.ToSeconds(SmallWorld.At(900)), 0.2f, WatchedTo.Begun, Screen: 3), visits[^1]);
        Assert.All(visits[..^1], visit => Assert.Equal(0, visit.Screen));
        Assert.Equal(["zwei", "eins"], state.RecentSearches.AsEnumerable());
    }

    private static ProfileState ReadGolden(string form)
    {
        var state = ProfileState.Decode(Convert.FromBase64String(form));
        var taste = new SmallWorld().Rules.Describe(state);

        Assert.Equal(13, state.Revision);
        Assert.Equal(SmallWorld.At(300).ToUniversalTime(), state.LastSeen);
        Assert.Equal((DeviceKind.Tablet, "FR", TimeSpan.FromHours(2)), (state.LastDevice, state.LastCountry, state.LastOffset));
        Assert.Equal(["series", "horror", "comedy", "drama"], taste.Recent.Select(interaction => interaction.Title.Value));
        Assert.Equal([0.4, 0.8, -0.9, -1], taste.Recent.Select(interaction => interaction.Strength));
        Assert.Equal(WatchedTo.Finished, state.ProgressOf(SmallWorld.Horror));
        var point = Assert.Single(taste.InProgress);
        Assert.Equal(("series", 1, 2, 900.0, 2400.0), (point.Title.Value, point.Season, point.Episode, point.PositionSeconds, point.DurationSeconds));
        Assert.Equal(("comedy", Thumb.Down), (taste.Thumbs.Single().Title.Value, taste.Thumbs.Single().Thumb));
        Assert.Equal("drama", Assert.Single(taste.Hidden).Value);
        Assert.Equal("series", Assert.Single(taste.MyList).Value);
        Assert.Equal(["zwei", "eins"], taste.RecentSearches.AsEnumerable());
        Assert.Equal(NotificationStage.Opened, Assert.Single(state.Notifications.ToArray()).Stage);
        Assert.Equal(5, state.ArmOf("posters"));
        Assert.Equal(0.3f, state.InterestIn(new RowId("genre:drama"), SmallWorld.At(0)), 3);
        Assert.Equal(8, state.ColumnsPassed(new RowId("genre:drama"), SmallWorld.At(0)), 3);
        Assert.Equal(1, state.FatigueOf(SmallWorld.Drama, SmallWorld.At(0)), 3);
        Assert.Equal(0.5, state.ArtworkTasteFor("face", SmallWorld.At(0)), 3);
        return state;
    }

    internal static ProfileState After(int[] seeds) => Apply(ProfileState.Empty, seeds);

    private static ProfileState Apply(ProfileState state, int[] seeds)
    {
        foreach (var seed in seeds)
            state = Rules.Apply(state, SmallWorld.Settings, Storms.EventOf(seed, Titles, Ids, TimeSpan.FromDays(90))).State;
        return state;
    }

    private static bool WorksOrIsRefused(byte[] bytes)
    {
        ProfileState state;
        try
        {
            state = ProfileState.Decode(bytes);
        }
        catch (InvalidDataException)
        {
            return false;
        }

        state.Encode();
        state.CopyVisits(new Visit[ProfileState.MaxInteractions]);
        state.CopyThemeTastes(new ThemeTaste[ProfileState.MaxThemes], SmallWorld.Start);
        state.CopyFatigue(new TitleFatigue[ProfileState.MaxFatigued], SmallWorld.Start);
        Rules.Describe(state);
        return Apply(state, [17, 4, 99]).Encode().Length <= ProfileState.MaxEncodedBytes;
    }

    private static byte[] Sign(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes.AsSpan(0, bytes.Length - 4))
            crc = BitOperations.Crc32C(crc, b);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(bytes.Length - 4), ~crc);
        return bytes;
    }
}
