using Orleans.Personalize.Engine.Decay;
using Orleans.Personalize.Engine.Encoding;

namespace Orleans.Personalize.Engine.Titles;

/// <summary>Names a theme the same way in every catalogue, so that stored tastes outlive changes of the catalogue.</summary>
/// <param name="Value">A 40-bit hash of the theme's <see cref="Theme.Key"/>.</param>
public readonly record struct ThemeId(ulong Value)
{
    /// <summary>The id of a theme.</summary>
    /// <param name="kind">What kind of theme.</param>
    /// <param name="name">Its name; spelling that differs only in case or in blanks names the same theme.</param>
    public static ThemeId Of(ThemeKind kind, string name) => OfKey(KeyOf(kind, name));

    /// <summary>The id of a theme by its key. The id of a row about one theme is that theme's key.</summary>
    public static ThemeId OfKey(ReadOnlySpan<char> key) => new(StableHash64.Of(key) & Packing.KeyMask);

    /// <summary>The theme's <see cref="Theme.Key"/>.</summary>
    internal static string KeyOf(ThemeKind kind, string name)
    {
        const int longestName = 120;
        var prefix = kind.ToWord() + ":";
        Span<char> key = stackalloc char[prefix.Length + longestName];
        prefix.CopyTo(key);
        var length = prefix.Length;
        var gap = false;
        foreach (var c in name.AsSpan().Trim())
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c is '/' or '-')
            {
                gap = length > prefix.Length;
                continue;
            }

            if (length + 2 > key.Length)
                break;
            if (gap)
                key[length++] = '-';
            gap = false;
            key[length++] = char.ToLowerInvariant(c);
        }

        if (char.IsHighSurrogate(key[length - 1]))
            length--;
        return new string(key[..length]);
    }
}
