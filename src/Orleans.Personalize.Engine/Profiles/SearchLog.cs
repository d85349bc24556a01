using System.Collections.Immutable;
using System.Text.Unicode;
using Orleans.Personalize.Engine.Encoding;

namespace Orleans.Personalize.Engine.Profiles;

/// <summary>The latest different searches, oldest first, each cut to some length.</summary>
internal readonly struct SearchLog
{
    // One byte of length and UTF-8 for each.
    private readonly byte[]? _bytes;

    private SearchLog(byte[] bytes) => _bytes = bytes;

    /// <summary>The searches, newest first.</summary>
    public ImmutableArray<string> NewestFirst
    {
        get
        {
            var searches = ImmutableArray.CreateBuilder<string>();
            for (var rest = _bytes.AsSpan(); !rest.IsEmpty; rest = rest[(1 + rest[0])..])
                searches.Insert(0, System.Text.Encoding.UTF8.GetString(rest.Slice(1, rest[0])));
            return searches.ToImmutable();
        }
    }

    /// <summary>Remembers a search as the newest; past the cap the oldest is forgotten.</summary>
    public SearchLog Add(string query)
    {
        Span<byte> text = stackalloc byte[ProfileMemory.SearchBytes];

        // Stops before the character that does not fit.
        Utf8.FromUtf16(query.AsSpan().Trim(), text, out _, out var length);
        text = text[..length];
        if (text.IsEmpty)
            return this;
        var kept = new List<byte[]>();
        for (var rest = _bytes.AsSpan(); !rest.IsEmpty; rest = rest[(1 + rest[0])..])
        {
            if (!rest.Slice(1, rest[0]).SequenceEqual(text))
                kept.Add(rest[..(1 + rest[0])].ToArray());
        }

        kept.Add([(byte)length, .. text]);
        return new SearchLog([.. kept.TakeLast(ProfileMemory.Searches).SelectMany(search => search)]);
    }

    public void Write(ref ByteWriter writer)
    {
        writer.Varint((ulong)_bytes.AsSpan().Length);
        writer.Bytes(_bytes);
    }

    public static SearchLog Read(ref ByteReader reader)
    {
        var bytes = reader.Bytes(reader.Varint(ProfileMemory.Searches * (1 + ProfileMemory.SearchBytes)));
        var rest = bytes;
        for (var count = 0; !rest.IsEmpty; count++)
        {
            var length = rest[0];
            ByteReader.Require(
                count < ProfileMemory.Searches
                && length is > 0 and <= ProfileMemory.SearchBytes
                && length < rest.Length
                && Utf8.IsValid(rest.Slice(1, length)),
                "a search is not what one can be");
            rest = rest[(1 + length)..];
        }

        return new SearchLog(bytes.ToArray());
    }
}
