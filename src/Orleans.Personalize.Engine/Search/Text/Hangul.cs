namespace Orleans.Personalize.Engine.Search.Text;

/// <summary>
/// Hangul syllables taken apart (Unicode Standard, section 3.12), so that a syllable being typed is the beginning of the finished one.
/// </summary>
internal static class Hangul
{
    private const char FirstSyllable = '\uAC00';
    private const char LastSyllable = '\uD7A3';
    private const char FirstInitial = '\u1100';
    private const char FirstMedial = '\u1161';
    private const int Medials = 21;
    private const int Finals = 28;

    // Consonants at the end of a syllable as those that would begin the next one: while typing nobody knows yet which it will be.
    private static readonly string[] FinalsAsInitials =
    [
        "", "ᄀ", "ᄁ", "ᄀᄉ", "ᄂ", "ᄂᄌ", "ᄂᄒ", "ᄃ", "ᄅ", "ᄅᄀ", "ᄅᄆ", "ᄅᄇ", "ᄅᄉ", "ᄅᄐ", "ᄅᄑ", "ᄅᄒ",
        "ᄆ", "ᄇ", "ᄇᄉ", "ᄉ", "ᄊ", "ᄋ", "ᄌ", "ᄎ", "ᄏ", "ᄐ", "ᄑ", "ᄒ",
    ];

    // Single letters as keyboards give them, from U+3131.
    private const string LettersAsInitials = "ᄀᄁ ᄂ  ᄃᄄᄅ       ᄆᄇᄈ ᄉᄊᄋᄌᄍᄎᄏᄐᄑᄒ";

    // Revised Romanization of Korean (2000), letter by letter.
    private static readonly string[] LatinInitials = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];

    private static readonly string[] LatinMedials =
        ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"];

    private static readonly string[] LatinFinals =
        ["", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"];

    /// <summary>The letters of a syllable or of a single letter; null for anything else.</summary>
    public static string? Letters(char c)
    {
        if (c is >= FirstSyllable and <= LastSyllable)
        {
            var syllable = c - FirstSyllable;
            var (initial, medial, final) = (syllable / (Medials * Finals), syllable / Finals % Medials, syllable % Finals);
            return string.Concat([(char)(FirstInitial + initial), (char)(FirstMedial + medial)], FinalsAsInitials[final]);
        }

        if (c is >= '\u314F' and <= '\u3163') return ((char)(FirstMedial + (c - '\u314F'))).ToString();
        var letter = c - '\u3131';
        return (uint)letter < (uint)LettersAsInitials.Length && LettersAsInitials[letter] != ' ' ? LettersAsInitials[letter].ToString() : null;
    }

    /// <summary>A syllable in Latin letters; null for anything else.</summary>
    public static string? Latin(char c)
    {
        if (c is not (>= FirstSyllable and <= LastSyllable)) return null;
        var syllable = c - FirstSyllable;
        return LatinInitials[syllable / (Medials * Finals)] + LatinMedials[syllable / Finals % Medials] + LatinFinals[syllable % Finals];
    }
}
