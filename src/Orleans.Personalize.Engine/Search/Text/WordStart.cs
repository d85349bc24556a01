namespace Orleans.Personalize.Engine.Search.Text;

/// <summary>The first four letters of a word in one number, so that most words that cannot be meant are told from it without being read.</summary>
internal static class WordStart
{
    private const int Letters = 4;
    private const int Bits = 16;

    /// <summary>The first letters of a word, the first in the lowest bits; 0 where the word is shorter.</summary>
    public static ulong Of(ReadOnlySpan<char> word)
    {
        var start = 0UL;
        for (var i = 0; i < Math.Min(Letters, word.Length); i++) start |= (ulong)word[i] << (Bits * i);
        return start;
    }

    /// <summary>Whether as many of the first letters are the same.</summary>
    public static bool IsSame(ulong one, ulong other, int letters) => letters >= Letters ? one == other : (one ^ other) << (Bits * (Letters - letters)) == 0;

    /// <summary>Whether a word begins with the first or the second letter that was typed.</summary>
    public static bool BeginsLike(ulong typed, ulong word) => (ushort)typed == (ushort)word || (ushort)(typed >> Bits) == (ushort)word;

    /// <summary>
    /// Whether what was typed, of four letters or more, may have one slip: either the slip is behind the first two letters, or what follows it is the
    /// same, perhaps a place to the left or to the right, or the second letter was swapped with the third.
    /// </summary>
    public static bool MayBeOneSlipAway(ulong typed, ulong word) =>
        (uint)typed == (uint)word
        || typed >> (2 * Bits) == word >> (2 * Bits)
        || (uint)(typed >> (2 * Bits)) == (uint)(word >> Bits)
        || (uint)(typed >> Bits) == (uint)(word >> (2 * Bits))
        || ((typed ^ word) & 0xFFFF_0000_0000_FFFF) == 0;
}
