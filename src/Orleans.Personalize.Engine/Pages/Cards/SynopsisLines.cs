namespace Orleans.Personalize.Engine.Pages.Cards;

/// <summary>Chooses the sentence of a synopsis that says most of what a profile likes. Only the title's own words are ever shown.</summary>
internal static class SynopsisLines
{
    // Names shorter than this stand in many words that mean something else.
    private const int ShortestName = 3;
    private const int LongestAbbreviation = 3;

    /// <summary>The sentence; the first of equally good ones, null where there is no synopsis of two sentences.</summary>
    /// <param name="synopsis">The text.</param>
    /// <param name="context">For whom.</param>
    public static string? Best(string? synopsis, PageContext context)
    {
        if (string.IsNullOrWhiteSpace(synopsis)) return null;
        var (best, bestLiking, sentences) = (0..0, float.NegativeInfinity, 0);
        for (var start = 0; start < synopsis.Length;)
        {
            var end = EndOf(synopsis, start);
            if (!synopsis.AsSpan(start, end - start).IsWhiteSpace())
            {
                sentences++;
                var liking = LikingOf(synopsis.AsSpan(start, end - start), context);
                if (liking > bestLiking) (best, bestLiking) = (start..end, liking);
            }

            start = end;
        }

        return sentences < 2 ? null : synopsis[best].Trim();
    }

    private static float LikingOf(ReadOnlySpan<char> sentence, PageContext context)
    {
        var sum = 0f;
        var letters = LettersOf(sentence, beyondAscii: uint.MaxValue);
        foreach (var index in context.TastedThemes)
        {
            var name = context.Basis.Themes[index].Name;
            if (name.Length >= ShortestName && (LettersOf(name, beyondAscii: 0) & ~letters) == 0 && HasWord(sentence, name)) sum += context.Workspace.Taste[index];
        }

        return sum;
    }

    // One bit for each letter of the alphabet, whatever its case. What else there is of other alphabets may be another case of some of them.
    private static uint LettersOf(ReadOnlySpan<char> text, uint beyondAscii)
    {
        var letters = 0u;
        foreach (var character in text)
        {
            if (char.IsAsciiLetter(character)) letters |= 1u << ((character | 0x20) - 'a');
            else if (!char.IsAscii(character)) letters |= beyondAscii;
        }

        return letters;
    }

    private static bool HasWord(ReadOnlySpan<char> text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0;)
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]))) return true;
            var next = text[end..].IndexOf(word, StringComparison.OrdinalIgnoreCase);
            at = next < 0 ? -1 : end + next;
        }

        return false;
    }

    private static int EndOf(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] is '。' or '！' or '？') return i + 1;
            if (text[i] is not ('.' or '!' or '?' or '…') || (text[i] == '.' && IsOfAName(text.AsSpan(start, i - start)))) continue;
            if (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])) return i + 1;
        }

        return text.Length;
    }

    // A full stop after a short word with a capital is one of a name: "Dr. J. Holm".
    private static bool IsOfAName(ReadOnlySpan<char> before)
    {
        var first = before.Length;
        while (first > 0 && char.IsLetter(before[first - 1])) first--;
        return before.Length - first is >= 1 and <= LongestAbbreviation && char.IsUpper(before[first]);
    }
}
