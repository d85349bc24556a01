using Orleans.Personalize.Engine.Encoding;

namespace Orleans.Personalize.Engine.Profiles;

/// <summary>
/// The latest visits of a profile, in the order of their times (of equal times, in the order of arrival), kept in memory in the form in
/// which they are stored: title, seconds since the entry before, and mark, about 5 to 6 bytes an entry instead of 16. Before the mark of an entry that
/// was played on another screen than the one played before it stands a byte beyond all marks, which says on which.
/// </summary>
internal readonly struct History
{
    // Title 4, seconds 5 (the first; all steps together fit 32 bits, so the others take 4 and fewer), screen 1, mark 1.
    private const int EntryBytesAtMost = 11;

    private readonly byte[]? _bytes;

    private History(byte[] bytes, int count)
    {
        _bytes = bytes;
        Count = count;
    }

    /// <summary>How many visits.</summary>
    public int Count { get; }

    /// <summary>Length of the entries in bytes.</summary>
    public int Bytes => _bytes?.Length ?? 0;

    /// <summary>Writes the entries out, oldest first.</summary>
    /// <param name="entries">At least <see cref="Count"/> long.</param>
    public Span<HistoryEntry> CopyTo(Span<HistoryEntry> entries)
    {
        var count = 0;
        foreach (var entry in this)
            entries[count++] = entry;
        return entries[..count];
    }

    /// <summary>A history of entries, oldest first.</summary>
    public static History Of(ReadOnlySpan<HistoryEntry> entries)
    {
        var writer = new ByteWriter(stackalloc byte[entries.Length * EntryBytesAtMost]);
        var seconds = 0u;
        var screen = Screens.None;
        foreach (var entry in entries)
        {
            writer.Varint((ulong)entry.Title);
            writer.Varint(entry.Seconds - seconds);
            if (entry.Progress != WatchedTo.NotPlayed && entry.Screen != screen)
                writer.Byte((byte)(HistoryEntry.Marks + (screen = entry.Screen)));
            writer.Byte(entry.Mark);
            seconds = entry.Seconds;
        }

        return new History(writer.Written.ToArray(), entries.Length);
    }

    public void Write(ref ByteWriter writer)
    {
        writer.Varint((ulong)Count);
        writer.Bytes(_bytes);
    }

    public static History Read(ref ByteReader reader)
    {
        var count = reader.Varint(ProfileMemory.Interactions);
        var start = reader.Position;
        var seconds = 0u;
        for (var i = 0; i < count; i++)
        {
            reader.Varint(ProfileMemory.Titles - 1);
            var step = reader.Varint32();
            ByteReader.Require(step <= uint.MaxValue - seconds, "a time is out of range");
            seconds += step;
            var mark = reader.Byte();
            if (mark is >= HistoryEntry.Marks and < HistoryEntry.Marks + Screens.Count)
                mark = reader.Byte();
            ByteReader.Require(mark < HistoryEntry.Marks, "a visit is marked as nothing known");
        }

        return new History(reader.Since(start).ToArray(), count);
    }

    public Enumerator GetEnumerator() => new(_bytes);

    /// <summary>Goes through the entries, oldest first. The bytes are known to be right.</summary>
    internal ref struct Enumerator(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;
        private int _position;
        private uint _seconds;
        private byte _screen;

        public HistoryEntry Current { get; private set; }

        public bool MoveNext()
        {
            if (_position == _bytes.Length)
                return false;
            var title = Varint();
            _seconds += Varint();
            var mark = _bytes[_position++];
            if (mark >= HistoryEntry.Marks)
            {
                _screen = (byte)(mark - HistoryEntry.Marks);
                mark = _bytes[_position++];
            }

            Current = HistoryEntry.FromMark((int)title, _seconds, mark, _screen);
            return true;
        }

        private uint Varint()
        {
            var value = 0u;
            for (var shift = 0; ; shift += 7)
            {
                var b = _bytes[_position++];
                value |= (uint)(b & 0x7F) << shift;
                if (b < 0x80)
                    return value;
            }
        }
    }
}
