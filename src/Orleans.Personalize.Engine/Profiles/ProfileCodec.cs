using System.Runtime.InteropServices;
using Orleans.Personalize.Engine.Decay;
using Orleans.Personalize.Engine.Encoding;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Engine.Profiles;

/// <summary>
/// The binary form of a profile state: a version byte, the parts one after the other, a checksum. A change of the form takes a new version
/// and keeps the reader of this one.
/// </summary>
internal static class ProfileCodec
{
    private const byte Version = 4;

    // Up to here visits did not know their screens, and a histogram of habits stood beside them.
    private const byte VersionWithoutScreens = 3;

    // Up to here of a message was known what it was about and what became of it.
    private const byte VersionOfShortLog = 2;

    // Up to here preference vectors were sums of halves; they are made anew.
    private const byte VersionOfSums = 1;

    // What all caps together come to; the history is cut down to what MaxEncodedBytes leaves for it.
    private const int BufferBytes = 14 * 1024;
    private const int LargestOffsetMinutes = 14 * 60;
    private const int LargestNumber = ushort.MaxValue;

    // Nearly all states name the same model: one string for all of them.
    private static string _latestVersion = string.Empty;

    public static byte[] Encode(ProfileState state)
    {
        var writer = new ByteWriter(stackalloc byte[BufferBytes]);
        Write(ref writer, state);
        return writer.Written.ToArray();
    }

    /// <summary>A length that the form of a state does not exceed, in bytes; quicker to know than the length itself.</summary>
    public static int LengthAtMost(ProfileState state)
    {
        // The longest form of one entry each: a title takes up to 4 bytes, a time 5, a key of 40 bits 6, a weight 3, an amount 4.
        const int rest = 512;
        return rest
            + state.History.Bytes
            + state.Vector.Length
            + (23 * state.ResumePoints.Length)
            + (4 * (state.ThumbArray.Length + state.MyListArray.Length + state.HiddenArray.Length))
            + (9 * (state.Themes.Count + state.Rows.Count + state.RowDepths.Count + state.ArtworkFeatures.Count))
            + (7 * state.FatigueWeights.Count)
            + NotificationLog.LengthAtMost(state.NotificationArray)
            + (EventWindow.IdBytes * (state.Arms.Length + ProfileMemory.Events));
    }

    /// <summary>How long the form of a state is, in bytes.</summary>
    public static int LengthOf(ProfileState state)
    {
        var writer = new ByteWriter(stackalloc byte[BufferBytes]);
        Write(ref writer, state);
        return writer.Length;
    }

    public static ProfileState Decode(ReadOnlySpan<byte> bytes)
    {
        ByteReader.Require(bytes.Length <= ProfileState.MaxEncodedBytes, "a profile state is never that long");
        var reader = new ByteReader(bytes);
        var form = reader.Byte();
        ByteReader.Require(form is >= VersionOfSums and <= Version, "the version of the form is unknown");
        var state = ReadContext(ref reader);
        state = state with { History = History.Read(ref reader) };
        state = ReadVector(ref reader, form, state);
        state = state with
        {
            ResumePoints = ReadResumePoints(ref reader),
            ThumbArray = ReadThumbs(ref reader),
            MyListArray = TitleList.Read(ref reader, ProfileMemory.MyList),
            HiddenArray = TitleList.Read(ref reader, ProfileMemory.Hidden),
            Themes = DecayedWeights.Read(ref reader, ProfileMemory.Themes),
            Rows = DecayedWeights.Read(ref reader, ProfileMemory.Rows),
            RowDepths = DecayedWeights.Read(ref reader, ProfileMemory.RowDepths),
            FatigueWeights = DecayedWeights.Read(ref reader, ProfileMemory.StoredFatigue, ProfileMemory.Titles - 1),
            ArtworkFeatures = DecayedWeights.Read(ref reader, ProfileMemory.ArtworkFeatures),
        };
        if (form <= VersionWithoutScreens)
            DecayedWeights.Read(ref reader, ProfileMemory.StoredHabits, ProfileKeys.HabitCells - 1);
        state = state with
        {
            Searches = SearchLog.Read(ref reader),
            NotificationArray = NotificationLog.Read(ref reader, isShort: form <= VersionOfShortLog),
            Arms = ReadArms(ref reader),
            Events = EventWindow.Read(ref reader),
        };
        reader.End();
        return state;
    }

    private static void Write(ref ByteWriter writer, ProfileState state)
    {
        writer.Byte(Version);
        WriteContext(ref writer, state);
        state.History.Write(ref writer);
        WriteVector(ref writer, state);
        WriteResumePoints(ref writer, state.ResumePoints);
        WriteThumbs(ref writer, state.ThumbArray);
        TitleList.Write(ref writer, state.MyListArray);
        TitleList.Write(ref writer, state.HiddenArray);
        state.Themes.Write(ref writer);
        state.Rows.Write(ref writer);
        state.RowDepths.Write(ref writer);
        state.FatigueWeights.Write(ref writer);
        state.ArtworkFeatures.Write(ref writer);
        state.Searches.Write(ref writer);
        NotificationLog.Write(ref writer, state.NotificationArray);
        WriteArms(ref writer, state.Arms);
        state.Events.Write(ref writer);
        writer.Checksum();
    }

    private static void WriteContext(ref ByteWriter writer, ProfileState state)
    {
        writer.Varint((ulong)state.Revision);
        writer.Varint(state.LastSeconds);
        writer.Signed(state.OffsetMinutes);
        writer.Byte((byte)(state.LastDevice is { } device ? (int)device + 1 : 0));
        writer.Text(state.LastCountry ?? string.Empty);
    }

    private static ProfileState ReadContext(ref ByteReader reader)
    {
        var revision = reader.Varint();
        ByteReader.Require(revision <= long.MaxValue, "the revision is out of range");
        var seconds = reader.Varint32();
        var offset = reader.Signed();
        ByteReader.Require(offset is >= -LargestOffsetMinutes and <= LargestOffsetMinutes, "the offset is out of range");
        var device = reader.Byte();
        ByteReader.Require(device <= (int)DeviceKind.Web + 1, "the device is unknown");
        var country = reader.Text(2);
        ByteReader.Require(country.Length == 0 || CountryCode.IsValid(country), "the country is none");
        return ProfileState.Empty with
        {
            Revision = (long)revision,
            LastSeconds = seconds,
            OffsetMinutes = (short)offset,
            LastDevice = device == 0 ? null : (DeviceKind)(device - 1),
            LastCountry = country.Length == 0 ? null : CountryCode.FromNumber(CountryCode.ToNumber(country)),
        };
    }

    private static void WriteVector(ref ByteWriter writer, ProfileState state)
    {
        writer.Text(state.ModelVersion ?? string.Empty);
        writer.Varint((ulong)state.Vector.Length);
        writer.Bytes(MemoryMarshal.AsBytes<sbyte>(state.Vector));
    }

    private static ProfileState ReadVector(ref ByteReader reader, byte form, ProfileState state)
    {
        var version = Shared(reader.Text(ProfileMemory.VersionBytes));
        var dimension = reader.Varint(ProfileMemory.Dimension);
        ByteReader.Require(dimension == 0 || version.Length > 0, "a preference vector belongs to no model");
        var start = reader.Position;
        for (var i = 0; i < dimension; i++)
        {
            if (form == VersionOfSums)
                reader.Half();
            else
                reader.Byte();
        }

        sbyte[] vector = form == VersionOfSums ? [] : [.. MemoryMarshal.Cast<byte, sbyte>(reader.Since(start))];
        return state with { ModelVersion = version.Length == 0 ? null : version, Vector = vector };
    }

    private static string Shared(string version)
    {
        var latest = _latestVersion;
        return string.Equals(version, latest, StringComparison.Ordinal) ? latest : _latestVersion = version;
    }

    private static void WriteResumePoints(ref ByteWriter writer, ResumePoint[] points)
    {
        writer.Varint((ulong)points.Length);
        foreach (var point in points)
        {
            writer.Varint((ulong)point.Title);
            writer.Varint(point.Seconds);
            writer.Single(point.PositionSeconds);
            writer.Single(point.LengthSeconds);
            writer.Varint(point.Season);
            writer.Varint(point.Episode);
        }
    }

    private static ResumePoint[] ReadResumePoints(ref ByteReader reader)
    {
        var count = reader.Varint(ProfileMemory.ResumePoints);
        var points = count == 0 ? [] : new ResumePoint[count];
        for (var i = 0; i < count; i++)
        {
            points[i] = new ResumePoint(
                reader.Varint(ProfileMemory.Titles - 1),
                reader.Varint32(),
                reader.Amount(),
                reader.Amount(),
                (ushort)reader.Varint(LargestNumber),
                (ushort)reader.Varint(LargestNumber));
        }

        return points;
    }

    private static void WriteThumbs(ref ByteWriter writer, GivenThumb[] thumbs)
    {
        writer.Varint((ulong)thumbs.Length);
        foreach (var thumb in thumbs)
            writer.Varint(thumb.Packed);
    }

    private static GivenThumb[] ReadThumbs(ref ByteReader reader)
    {
        var count = reader.Varint(ProfileMemory.Thumbs);
        var thumbs = count == 0 ? [] : new GivenThumb[count];
        for (var i = 0; i < count; i++)
        {
            thumbs[i] = GivenThumb.FromPacked((uint)reader.Varint((ProfileMemory.Titles * 4) - 1));
            ByteReader.Require(thumbs[i].Thumb != Thumb.Cleared, "a thumb says nothing");
        }

        return thumbs;
    }

    private static void WriteArms(ref ByteWriter writer, ulong[] arms)
    {
        writer.Varint((ulong)arms.Length);
        foreach (var arm in arms)
            writer.Low(arm, EventWindow.IdBytes);
    }

    private static ulong[] ReadArms(ref ByteReader reader)
    {
        var count = reader.Varint(ProfileMemory.Arms);
        var arms = count == 0 ? [] : new ulong[count];
        for (var i = 0; i < count; i++)
            arms[i] = reader.Low(EventWindow.IdBytes);
        return arms;
    }
}
