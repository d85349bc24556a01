namespace Orleans.Personalize.Engine.Search.Text;

/// <summary>Which letters a text has, in 64 bits: a text can only have a word if it has all its letters, which is seen at a glance.</summary>
internal static class Letters
{
    /// <summary>The letters of a folded text; rare ones share bits.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var letters = 0UL;
        foreach (var c in text)
        {
            if (c != ' ') letters |= 1UL << (c is >= 'a' and <= 'z' ? c - 'a' : c is >= '0' and <= '9' ? 26 + (c - '0') : 36 + (c % 28));
        }

        return letters;
    }
}
