namespace Orleans.Personalize.Engine.Search.Text;

/// <summary>
/// How many slips of the finger lie between two words: letters too many, missing, mistaken, or two neighbours swapped (optimal string alignment;
/// Damerau 1964, Levenshtein 1966).
/// </summary>
internal static class Typing
{
    /// <summary>Longest word that is compared; longer ones are not mistyped but something else.</summary>
    public const int LongestWord = 32;

    /// <summary>How many slips are forgiven in a word of so many letters.</summary>
    public static int Forgiven(int letters) => letters switch { < 4 => 0, < 8 => 1, _ => 2 };

    /// <summary>The slips between what was typed and a word, or the beginning of the word that comes nearest.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="word">A word.</param>
    /// <param name="most">Beyond so many the number is not needed.</param>
    /// <param name="isPrefix">Whether the word may go on after what was typed.</param>
    /// <returns>The slips; <paramref name="most"/> + 1 where there are more.</returns>
    public static int Slips(ReadOnlySpan<char> typed, ReadOnlySpan<char> word, int most, bool isPrefix)
    {
        if (typed.Length > LongestWord) return most + 1;
        if (isPrefix && word.Length > typed.Length + most) word = word[..(typed.Length + most)];
        if (Math.Abs(typed.Length - word.Length) > most && !isPrefix) return most + 1;
        if (word.Length < typed.Length - most || word.Length > LongestWord + 2) return most + 1;
        if (most == 1) return UpToOne(typed, word, isPrefix);

        // Rows over the typed letters, one for each letter of the word; the last three are kept.
        Span<byte> rows = stackalloc byte[3 * (LongestWord + 1)];
        var width = typed.Length + 1;
        var before = rows[..width];
        var last = rows.Slice(width, width);
        var next = rows.Slice(2 * width, width);
        for (var j = 0; j < width; j++) last[j] = (byte)j;
        var best = isPrefix ? last[^1] : byte.MaxValue;
        for (var i = 0; i < word.Length; i++)
        {
            next[0] = (byte)(i + 1);
            var least = next[0];
            for (var j = 1; j < width; j++)
            {
                var cost = Math.Min(Math.Min(last[j] + 1, next[j - 1] + 1), last[j - 1] + (word[i] == typed[j - 1] ? 0 : 1));
                if (i > 0 && j > 1 && word[i] == typed[j - 2] && word[i - 1] == typed[j - 1]) cost = Math.Min(cost, before[j - 2] + 1);
                next[j] = (byte)cost;
                least = Math.Min(least, next[j]);
            }

            if (isPrefix) best = Math.Min(best, next[^1]);
            if (least > most) return isPrefix ? Math.Min(best, most + 1) : most + 1;
            var free = before;
            before = last;
            last = next;
            next = free;
        }

        return Math.Min(isPrefix ? best : last[^1], most + 1);
    }

    // One slip stands where the two first differ, and behind it they are the same.
    private static int UpToOne(ReadOnlySpan<char> typed, ReadOnlySpan<char> word, bool isPrefix)
    {
        var same = typed.CommonPrefixLength(word);
        typed = typed[same..];
        word = word[same..];
        if (typed.IsEmpty && (isPrefix || word.Length < 2)) return isPrefix ? 0 : word.Length;
        if (!typed.IsEmpty && Ends(typed[1..], word, isPrefix)) return 1;
        if (!word.IsEmpty && Ends(typed, word[1..], isPrefix)) return 1;
        if (typed.IsEmpty || word.IsEmpty) return 2;
        if (Ends(typed[1..], word[1..], isPrefix)) return 1;
        var areSwapped = typed.Length > 1 && word.Length > 1 && typed[0] == word[1] && typed[1] == word[0];
        return areSwapped && Ends(typed[2..], word[2..], isPrefix) ? 1 : 2;
    }

    private static bool Ends(ReadOnlySpan<char> typed, ReadOnlySpan<char> word, bool isPrefix) =>
        isPrefix ? word.StartsWith(typed) : word.SequenceEqual(typed);
}
