using System.Buffers.Binary;
using System.Text;

namespace Orleans.Personalize.Engine.Encoding;

/// <summary>
/// Reads what a <see cref="ByteWriter"/> wrote. Whatever is wrong with the bytes, it throws <see cref="InvalidDataException"/> and nothing
/// else, and it never trusts a length: nothing larger than the bytes themselves is allocated because of them.
/// </summary>
internal ref struct ByteReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ReadOnlySpan<byte> _bytes;
    private int _position;

    /// <summary>Checks the checksum at the end and reads what stands before it.</summary>
    public ByteReader(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < sizeof(uint))
            throw new InvalidDataException("the bytes end too early");
        _bytes = bytes[..^sizeof(uint)];
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[^sizeof(uint)..]) != ByteWriter.Of(_bytes))
            throw new InvalidDataException("the checksum is wrong: the bytes are damaged or something else");
    }

    /// <summary>How many bytes were read.</summary>
    public readonly int Position => _position;

    /// <summary>The bytes read since a position.</summary>
    public readonly ReadOnlySpan<byte> Since(int position) => _bytes[position.._position];

    public byte Byte() => Bytes(1)[0];

    public ReadOnlySpan<byte> Bytes(int count)
    {
        Require((uint)count <= (uint)(_bytes.Length - _position), "the bytes end too early");
        var bytes = _bytes.Slice(_position, count);
        _position += count;
        return bytes;
    }

    public ulong Varint()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var b = Byte();
            Require((shift < 63 || b < 2) && (shift == 0 || b != 0), "a number is longer than it needs to be");
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80)
                return value;
        }

        throw new InvalidDataException("a number is too long");
    }

    /// <summary>A number of 0 to <paramref name="largest"/>.</summary>
    public int Varint(int largest)
    {
        var value = Varint();
        Require(value <= (ulong)largest, "a number is out of range");
        return (int)value;
    }

    public uint Varint32()
    {
        var value = Varint();
        Require(value <= uint.MaxValue, "a number is out of range");
        return (uint)value;
    }

    public long Signed()
    {
        var value = Varint();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    /// <summary>A number of 0 or more and below infinity.</summary>
    public float Amount()
    {
        var value = BinaryPrimitives.ReadSingleLittleEndian(Bytes(sizeof(float)));
        Require(float.IsFinite(value) && value >= 0, "an amount is out of range");
        return value;
    }

    /// <summary>The same in twice the precision.</summary>
    public double DoubleAmount()
    {
        var value = BinaryPrimitives.ReadDoubleLittleEndian(Bytes(sizeof(double)));
        Require(double.IsFinite(value) && value >= 0, "an amount is out of range");
        return value;
    }

    public Half Half()
    {
        var value = BinaryPrimitives.ReadHalfLittleEndian(Bytes(2));
        Require(System.Half.IsFinite(value), "a value is not finite");
        return value;
    }

    public ulong Low(int count)
    {
        var value = 0UL;
        var bytes = Bytes(count);
        for (var i = 0; i < bytes.Length; i++)
            value |= (ulong)bytes[i] << (8 * i);
        return value;
    }

    public string Text(int longest)
    {
        var bytes = Bytes(Varint(longest));
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            throw new InvalidDataException("a text is not UTF-8", exception);
        }
    }

    /// <summary>Says that nothing may be left.</summary>
    public readonly void End() => Require(_position == _bytes.Length, "there are bytes too many");

    /// <summary>Says what the bytes must fulfil.</summary>
    /// <exception cref="InvalidDataException">They do not.</exception>
    public static void Require(bool holds, string reason)
    {
        if (!holds)
            throw new InvalidDataException(reason);
    }
}
