using System.Globalization;
using System.Text;

namespace Orleans.Personalize.Engine.Search.Text;

/// <summary>
/// Brings texts into the form in which searches compare them: words of simple lower-case letters, separated by single blanks. Case, diacritics
/// and punctuation are gone, apostrophes leave no gap; scripts that are written without blanks have every character as a word.
/// </summary>
internal static class Folding
{
    /// <summary>The folded form of a text; empty where there is no letter and no digit in it.</summary>
    public static string Fold(ReadOnlySpan<char> text) => Fold(text, latin: false);

    /// <summary>The folded form in Latin letters; null where the text has no letter of a script that can be written so.</summary>
    public static string? Latinize(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c >= '\u0370') return Fold(text, latin: true) is var latin && latin != Fold(text) ? latin : null;
        }

        return null;
    }

    /// <summary>The folded form with ä, ö, ü, ø and å written as ae, oe, ue, oe and aa; null where the text has none of them.</summary>
    public static string? Digraphs(string text)
    {
        if (text.AsSpan().IndexOfAny("äöüøåÄÖÜØÅ") < 0) return null;
        var written = new StringBuilder(text)
            .Replace("ä", "ae").Replace("ö", "oe").Replace("ü", "ue").Replace("ø", "oe").Replace("å", "aa")
            .Replace("Ä", "ae").Replace("Ö", "oe").Replace("Ü", "ue").Replace("Ø", "oe").Replace("Å", "aa");
        return Fold(written.ToString());
    }

    /// <summary>The folded form with a gap where an apostrophe stands within a word: "l'été" as "l ete"; null where none does.</summary>
    public static string? Apart(string text)
    {
        var written = default(StringBuilder);
        for (var i = 1; i + 1 < text.Length; i++)
        {
            if (text[i] is not ('\'' or '`' or '\u2019' or '\u2018' or '\u02BC' or '\u00B4' or '\u2032')) continue;
            if (char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1])) (written ??= new StringBuilder(text))[i] = ' ';
        }

        return written is null ? null : Fold(written.ToString());
    }

    /// <summary>Whether a folded character is a word by itself.</summary>
    public static bool IsWord(char c) =>
        IsIdeograph(c) || c is (>= '\u3041' and <= '\u309F') // Hiragana
            or (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF'); // Thai, Lao, Myanmar, Khmer

    /// <summary>Whether a folded character means something by itself (Han), and is not only a sound.</summary>
    public static bool IsIdeograph(char c) => c is (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or '\u3005' or '\u3007';

    private static string Fold(ReadOnlySpan<char> text, bool latin)
    {
        var written = new WrittenWords(text.Length + 8);
        Write(text, latin, ref written);
        var folded = written.Text.ToString();
        written.Dispose();
        return folded;
    }

    /// <summary>Writes the folded form of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="latin">Whether in Latin letters.</param>
    /// <param name="into">Receives it.</param>
    public static void Write(ReadOnlySpan<char> text, bool latin, ref WrittenWords into)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiLetterOrDigit(c))
            {
                into.Add((char)(char.IsAsciiLetterUpper(c) ? c | 0x20 : c));
            }
            else if (c < 128)
            {
                AddMark(ref into, c);
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                AddPair(ref into, c, text[++i]);
            }
            else
            {
                if (latin && i > 0 && IsKatakana(c) != IsKatakana(text[i - 1])) into.End();
                AddOther(ref into, c, latin);
            }
        }
    }

    private static void AddMark(ref WrittenWords into, char c)
    {
        if (c == '&')
        {
            into.End();
            into.Add("and");
            into.End();
        }
        else if (c is not ('\'' or '`'))
        {
            into.End();
        }
    }

    private static void AddOther(ref WrittenWords into, char c, bool latin)
    {
        if (IsIgnored(c)) return;
        if (c is >= '\uFF01' and <= '\uFF5E')
        {
            c -= '\uFEE0';
            if (!char.IsAsciiLetterOrDigit(c)) AddMark(ref into, c);
            else into.Add(char.ToLowerInvariant(c));
            return;
        }

        c = char.ToLowerInvariant(c);
        if (latin && (LetterTable.Latin[c] ?? Hangul.Latin(c)) is { } asLatin)
        {
            into.Add(asLatin);
            return;
        }

        var simple = LetterTable.Simpler[c];
        if (latin && simple is { Length: 1 } && LetterTable.Latin[simple[0]] is { } ofSimple) into.Add(ofSimple);
        else if (simple is not null) AddLetters(ref into, simple);
        else if (Hangul.Letters(c) is { } letters) into.Add(letters);
        else if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber) into.Add((char)('0' + (int)CharUnicodeInfo.GetNumericValue(c)));
        else if (IsOfWord(CharUnicodeInfo.GetUnicodeCategory(c))) AddLetters(ref into, [c]);
        else into.End();
    }

    // In Japanese the change between the two sets of kana stands where others write a blank; the bar that lengthens a kana belongs to both.
    private static bool IsKatakana(char c) => c is (>= '\u30A1' and <= '\u30FC') or (>= '\uFF66' and <= '\uFF9D');

    private static void AddPair(ref WrittenWords into, char high, char low)
    {
        var rune = new Rune(high, low);
        if (!Rune.IsLetterOrDigit(rune))
        {
            into.End();
            return;
        }

        // Beyond the basic plane: rare Han, each a word; letters of historic scripts are treated alike.
        into.End();
        foreach (var c in Rune.ToLowerInvariant(rune).ToString()) into.Add(c);
        into.End();
    }

    private static void AddLetters(ref WrittenWords into, ReadOnlySpan<char> letters)
    {
        foreach (var c in letters)
        {
            if (!IsWord(c))
            {
                into.Add(c);
                continue;
            }

            into.End();
            into.Add(c);
            into.End();
        }
    }

    private static bool IsOfWord(UnicodeCategory category) => category is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
        or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // Apostrophes, diacritics, vowel points, the bar that lengthens a kana or an Arabic word, and marks nobody sees.
    private static bool IsIgnored(char c) => c is '\u2019' or '\u2018' or '\u02BC' or '\u02B9' or '\u00B4' or '\u2032' or '\u00AD' or '\u0640'
        or '\u30FC' or '\uFF70' or '\uFEFF' or '\u0670' or '\u05F3'
        or (>= '\u0300' and <= '\u036F') or (>= '\u0591' and <= '\u05C7') or (>= '\u064B' and <= '\u065F') or (>= '\u200B' and <= '\u200F')
        or (>= '\u1AB0' and <= '\u1AFF') or (>= '\u20D0' and <= '\u20FF') or (>= '\uFE00' and <= '\uFE0F') or (>= '\uFE20' and <= '\uFE2F')
        or '\u3099' or '\u309A';
}
