using System.Buffers.Binary;
using Orleans.Personalize.Engine.Encoding;

namespace Orleans.Personalize.Engine.Profiles;

/// <summary>
/// The ids of the latest events, to know repeats by, as 48-bit hashes: the chance that a new id looks like a repeat of one of 128
/// is one in two million millions.
/// </summary>
internal readonly struct EventWindow
{
    /// <summary>Bytes of one id.</summary>
    public const int IdBytes = 6;

    private const ulong Mask = (1UL << (8 * IdBytes)) - 1;

    // Six bytes an id, oldest first.
    private readonly byte[]? _bytes;

    private EventWindow(byte[] bytes) => _bytes = bytes;

    /// <summary>What is remembered of an id.</summary>
    public static ulong HashOf(ReadOnlySpan<char> id) => StableHash64.Of(id) & Mask;

    /// <summary>Whether an event with this hash is among the latest.</summary>
    public bool Contains(ulong hash)
    {
        var (low, high) = ((uint)hash, (ushort)(hash >> 32));
        var bytes = _bytes.AsSpan();
        for (; !bytes.IsEmpty; bytes = bytes[IdBytes..])
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(bytes) == low
                && BinaryPrimitives.ReadUInt16LittleEndian(bytes[sizeof(uint)..]) == high)
                return true;
        }

        return false;
    }

    /// <summary>Remembers one more; past the cap the oldest is forgotten.</summary>
    public EventWindow Add(ulong hash)
    {
        var old = _bytes.AsSpan();
        if (old.Length == ProfileMemory.Events * IdBytes)
            old = old[IdBytes..];
        var bytes = new byte[old.Length + IdBytes];
        old.CopyTo(bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(old.Length), (uint)hash);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(old.Length + sizeof(uint)), (ushort)(hash >> 32));
        return new EventWindow(bytes);
    }

    /// <summary>These ids with others before them, as far as there is room.</summary>
    public EventWindow After(EventWindow earlier)
    {
        var (own, others) = (this, earlier._bytes ?? []);
        byte[] bytes = [.. others.Chunk(IdBytes).Where(id => !own.Contains(HashIn(id))).SelectMany(id => id), .. own._bytes ?? []];
        return new EventWindow(bytes[Math.Max(0, bytes.Length - (ProfileMemory.Events * IdBytes))..]);
    }

    public void Write(ref ByteWriter writer)
    {
        writer.Varint((ulong)_bytes.AsSpan().Length / IdBytes);
        writer.Bytes(_bytes);
    }

    public static EventWindow Read(ref ByteReader reader) => new(reader.Bytes(reader.Varint(ProfileMemory.Events) * IdBytes).ToArray());

    private static ulong HashIn(ReadOnlySpan<byte> id) =>
        BinaryPrimitives.ReadUInt32LittleEndian(id) | ((ulong)BinaryPrimitives.ReadUInt16LittleEndian(id[sizeof(uint)..]) << 32);
}
