using System.Buffers.Binary;
using System.Numerics;

namespace Orleans.Personalize.Engine.Encoding;

/// <summary>Writes little-endian values and variable-length integers (7 bits a byte, low bits first) into a span that is long enough.</summary>
internal ref struct ByteWriter(Span<byte> buffer)
{
    private readonly Span<byte> _buffer = buffer;

    /// <summary>How many bytes were written.</summary>
    public int Length { get; private set; }

    /// <summary>What was written.</summary>
    public readonly ReadOnlySpan<byte> Written => _buffer[..Length];

    public void Byte(byte value) => _buffer[Length++] = value;

    public void Bytes(ReadOnlySpan<byte> values)
    {
        values.CopyTo(_buffer[Length..]);
        Length += values.Length;
    }

    public void Varint(ulong value)
    {
        while (value >= 0x80)
        {
            Byte((byte)(value | 0x80));
            value >>= 7;
        }

        Byte((byte)value);
    }

    /// <summary>A signed number, small in either direction is short.</summary>
    public void Signed(long value) => Varint((ulong)((value << 1) ^ (value >> 63)));

    public void Single(float value)
    {
        BinaryPrimitives.WriteSingleLittleEndian(_buffer[Length..], value);
        Length += sizeof(float);
    }

    public void Double(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(_buffer[Length..], value);
        Length += sizeof(double);
    }

    /// <summary>The low <paramref name="count"/> bytes of a number.</summary>
    public void Low(ulong value, int count)
    {
        for (var i = 0; i < count; i++)
            Byte((byte)(value >> (8 * i)));
    }

    /// <summary>A text with its length in bytes before it.</summary>
    public void Text(string value)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(value);
        Varint((ulong)bytes.Length);
        Bytes(bytes);
    }

    /// <summary>The checksum of all that was written, to be the last four bytes.</summary>
    public void Checksum() => Low(Of(Written), sizeof(uint));

    /// <summary>CRC-32C (Castagnoli 1993).</summary>
    internal static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        while (bytes.Length >= sizeof(ulong))
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var b in bytes)
            crc = BitOperations.Crc32C(crc, b);
        return ~crc;
    }
}
