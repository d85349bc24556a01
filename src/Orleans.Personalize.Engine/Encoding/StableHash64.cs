namespace Orleans.Personalize.Engine.Encoding;

/// <summary>
/// The hash by which names are remembered in stored states: the same on every machine, in every process and in every version.
/// FNV-1a over UTF-8 (Fowler, Noll, Vo 1991), finished with the mixer of MurmurHash3 (Appleby 2011) so that every bit is worth the same.
/// </summary>
public static class StableHash64
{
    /// <summary>Hash of a text, 64 bits.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL;
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(bytes);
            foreach (var b in bytes[..length])
                hash = (hash ^ b) * 1099511628211UL;
        }

        hash ^= hash >> 33;
        hash *= 0xff51afd7ed558ccdUL;
        hash ^= hash >> 33;
        hash *= 0xc4ceb9fe1a85ec53UL;
        return hash ^ (hash >> 33);
    }
}
