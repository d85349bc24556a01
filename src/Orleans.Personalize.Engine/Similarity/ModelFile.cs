using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Orleans.Personalize.Engine.Similarity;

/// <summary>
/// The outer form of a model file, little-endian: a 64-byte header (magic, format version, number of sections, total length, SHA-256 of all
/// that follows the header), the table of sections (number, offset, length; 24 bytes each), and the sections, each on a 64-byte boundary.
/// </summary>
internal sealed class ModelFile
{
    public const int FormatVersion = 1;

    private const int HeaderBytes = 64;
    private const int EntryBytes = 24;
    private const int MaxSections = 64;
    private const int Alignment = 64;

    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerOptions.Web) { RespectNullableAnnotations = true };

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly Dictionary<ModelSection, (int Offset, int Length)> _sections = [];

    private ModelFile(ReadOnlyMemory<byte> bytes) => _bytes = bytes;

    private static ReadOnlySpan<byte> Magic => "OPMODEL\0"u8;

    /// <summary>The first 16 hexadecimal digits of the checksum.</summary>
    public string Version { get; private init; } = string.Empty;

    public long Length => _bytes.Length;

    /// <summary>Checks header and checksum and reads the table of sections.</summary>
    /// <exception cref="InvalidDataException">It is not such a file, or damaged.</exception>
    public static ModelFile Read(ReadOnlyMemory<byte> bytes)
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("Model files are read in place, which needs a little-endian processor.");
        var span = bytes.Span;
        if (span.Length < HeaderBytes || !span[..Magic.Length].SequenceEqual(Magic))
            throw new InvalidDataException("This is not a model file: it does not begin like one.");
        var format = BinaryPrimitives.ReadInt32LittleEndian(span[8..]);
        if (format != FormatVersion)
            throw new InvalidDataException($"The model file has format version {format}; this program reads version {FormatVersion}.");
        var count = BinaryPrimitives.ReadInt32LittleEndian(span[12..]);
        var length = BinaryPrimitives.ReadInt64LittleEndian(span[16..]);
        if (length != span.Length)
            throw new InvalidDataException($"The model file is damaged: it should be {length} bytes long and is {span.Length}.");
        if (count is < 0 or > MaxSections || HeaderBytes + (count * EntryBytes) > span.Length)
            throw new InvalidDataException($"The model file is damaged: it claims to have {count} sections.");
        Span<byte> checksum = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(span[HeaderBytes..], checksum);
        if (!checksum.SequenceEqual(span.Slice(24, SHA256.HashSizeInBytes)))
            throw new InvalidDataException("The model file is damaged: its checksum does not match its content.");
        var file = new ModelFile(bytes) { Version = Convert.ToHexStringLower(checksum[..8]) };
        for (var i = 0; i < count; i++)
            file.AddSection(span.Slice(HeaderBytes + (i * EntryBytes), EntryBytes));
        return file;
    }

    /// <summary>Writes a file.</summary>
    public static void Write(IReadOnlyList<(ModelSection Section, ReadOnlyMemory<byte> Bytes)> sections, Stream stream)
    {
        var table = new byte[Align(HeaderBytes + (sections.Count * EntryBytes)) - HeaderBytes];
        long offset = HeaderBytes + table.Length;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var i = 0; i < sections.Count; i++)
        {
            var entry = table.AsSpan(i * EntryBytes, EntryBytes);
            BinaryPrimitives.WriteInt32LittleEndian(entry, (int)sections[i].Section);
            BinaryPrimitives.WriteInt64LittleEndian(entry[8..], offset);
            BinaryPrimitives.WriteInt64LittleEndian(entry[16..], sections[i].Bytes.Length);
            offset += Align(sections[i].Bytes.Length);
        }

        hash.AppendData(table);
        var padding = new byte[Alignment];
        foreach (var (_, bytes) in sections)
        {
            hash.AppendData(bytes.Span);
            hash.AppendData(padding.AsSpan(0, (int)(Align(bytes.Length) - bytes.Length)));
        }

        Span<byte> header = stackalloc byte[HeaderBytes];
        header.Clear();
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], FormatVersion);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], sections.Count);
        BinaryPrimitives.WriteInt64LittleEndian(header[16..], offset);
        hash.GetHashAndReset(header.Slice(24, SHA256.HashSizeInBytes));
        stream.Write(header);
        stream.Write(table);
        foreach (var (_, bytes) in sections)
        {
            stream.Write(bytes.Span);
            stream.Write(padding.AsSpan(0, (int)(Align(bytes.Length) - bytes.Length)));
        }
    }

    /// <summary>The JSON of a section.</summary>
    public T Json<T>(ModelSection section)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Section<byte>(section).Span, JsonOptions)
                ?? throw new InvalidDataException($"The model file has an empty {section}.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"The model file's {section} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Whether there is such a section.</summary>
    public bool Has(ModelSection section) => _sections.ContainsKey(section);

    /// <summary>The bytes of a section in place; there must be one.</summary>
    public ReadOnlyMemory<byte> Memory(ModelSection section) => _bytes.Slice(_sections[section].Offset, _sections[section].Length);

    /// <summary>An array in place; the length must be the expected one where that is given.</summary>
    public ModelArray<T> Section<T>(ModelSection section, long? expected = null)
        where T : unmanaged
    {
        if (!_sections.TryGetValue(section, out var place))
            throw new InvalidDataException($"The model file has no {section}.");
        var size = Marshal.SizeOf<T>();
        if (place.Length % size != 0 || (expected is { } count && place.Length != count * size))
            throw new InvalidDataException($"The model file's {section} is {place.Length} bytes long instead of {expected * size}.");
        return new ModelArray<T>(_bytes.Slice(place.Offset, place.Length));
    }

    /// <summary>An array in place, as <see cref="Section"/>; empty where the file has none or an empty one.</summary>
    public ModelArray<T> OptionalSection<T>(ModelSection section, long expected)
        where T : unmanaged =>
        _sections.TryGetValue(section, out var place) && place.Length > 0 ? Section<T>(section, expected) : default;

    private static int Align(int length) => (int)Align((long)length);

    private static long Align(long length) => (length + Alignment - 1) / Alignment * Alignment;

    private void AddSection(ReadOnlySpan<byte> entry)
    {
        var section = (ModelSection)BinaryPrimitives.ReadInt32LittleEndian(entry);
        var offset = BinaryPrimitives.ReadInt64LittleEndian(entry[8..]);
        var length = BinaryPrimitives.ReadInt64LittleEndian(entry[16..]);
        if (offset < HeaderBytes || offset % Alignment != 0 || length < 0 || offset > Length || length > Length - offset)
            throw new InvalidDataException($"The model file is damaged: its {section} lies outside of it.");
        if (!_sections.TryAdd(section, ((int)offset, (int)length)))
            throw new InvalidDataException($"The model file is damaged: it has two of {section}.");
    }
}
