using System.Collections.Frozen;

namespace Orleans.Personalize.Engine.Search.Text;

/// <summary>What stands for a letter: a table in a file of this assembly, a line for each replacement and the letters that it replaces.</summary>
internal sealed class LetterTable
{
    private readonly FrozenDictionary<char, string> _letters;

    private LetterTable(string name)
    {
        var letters = new Dictionary<char, string>();
        using var reader = new StreamReader(typeof(LetterTable).Assembly.GetManifestResourceStream($"search/{name}")!);
        while (reader.ReadLine() is { } line)
        {
            var blank = line.IndexOf(' ', StringComparison.Ordinal);
            foreach (var letter in line[(blank + 1)..]) letters.Add(letter, line[..blank]);
        }

        _letters = letters.ToFrozenDictionary();
    }

    /// <summary>
    /// Letters that a search does not tell apart from simpler ones: without diacritics, ligatures taken apart, katakana as hiragana (from the
    /// compatibility decompositions of the Unicode Character Database, and the usual spellings of letters such as ß and æ).
    /// </summary>
    public static LetterTable Simpler { get; } = new("letters.txt");

    /// <summary>Cyrillic, Greek and kana as they are usually written in Latin letters.</summary>
    public static LetterTable Latin { get; } = new("latin.txt");

    /// <summary>What stands for a lower-case letter; null where it stands for itself.</summary>
    public string? this[char letter] => _letters.GetValueOrDefault(letter);
}
