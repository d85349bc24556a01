using System.Collections.Frozen;

namespace Orleans.Personalize.Engine.Search.Text;

/// <summary>Small numbers in the three ways in which names of titles write them: digits, an English word, Roman.</summary>
internal static class Numerals
{
    private static readonly string[][] Written =
    [
        ["1", "one", "i"], ["2", "two", "ii"], ["3", "three", "iii"], ["4", "four", "iv"], ["5", "five", "v"],
        ["6", "six", "vi"], ["7", "seven", "vii"], ["8", "eight", "viii"], ["9", "nine", "ix"], ["10", "ten", "x"],
        ["11", "eleven", "xi"], ["12", "twelve", "xii"], ["13", "thirteen", "xiii"], ["14", "fourteen", "xiv"], ["15", "fifteen", "xv"],
        ["16", "sixteen", "xvi"], ["17", "seventeen", "xvii"], ["18", "eighteen", "xviii"], ["19", "nineteen", "xix"], ["20", "twenty", "xx"],
    ];

    private static readonly FrozenDictionary<string, string[]> ByWord =
        Written.SelectMany(number => number.Select(word => (word, number))).ToFrozenDictionary(entry => entry.word, entry => entry.number, StringComparer.Ordinal);

    /// <summary>All ways to write the number that a folded word is; empty where it is none.</summary>
    public static ReadOnlySpan<string> Of(string word) => ByWord.TryGetValue(word, out var number) ? number : [];
}
