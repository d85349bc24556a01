using System.Collections.Frozen;

namespace Orleans.Personalize.Engine.Search.Text;

/// <summary>
/// What catalogues call what members call otherwise: who looks for superheroes finds titles about superpowers. A table in a file of this assembly, a line
/// for each word in the singular with the words that go with it, the nearest first. In English, as the rows are named.
/// </summary>
internal static class RelatedWords
{
    private static readonly FrozenDictionary<string, string[]> Related = Read();

    /// <summary>The words that go with a folded word, in whichever number it stands; empty where nothing is known of it.</summary>
    public static ReadOnlySpan<string> Of(string word)
    {
        if (Related.TryGetValue(word, out var related)) return related;
        foreach (var other in OtherNumber(word))
        {
            if (Related.TryGetValue(other, out related)) return related;
        }

        return [];
    }

    /// <summary>The singular of a plural and the plural of a word in y, as English forms them; some that are no words.</summary>
    public static IEnumerable<string> OtherNumber(string word)
    {
        const int shortest = 3;
        if (word.Length >= shortest && word.EndsWith('y')) yield return $"{word[..^1]}ies";
        if (word.Length <= shortest || !word.EndsWith('s') || word.EndsWith("ss", StringComparison.Ordinal)) yield break;
        if (word.EndsWith("ies", StringComparison.Ordinal)) yield return $"{word[..^3]}y";
        yield return word[..^1];
        if (word.Length > shortest + 1 && word.EndsWith("es", StringComparison.Ordinal)) yield return word[..^2];
        if (word.EndsWith("ves", StringComparison.Ordinal)) yield return $"{word[..^3]}f";
    }

    private static FrozenDictionary<string, string[]> Read()
    {
        var related = new Dictionary<string, string[]>(StringComparer.Ordinal);
        using var reader = new StreamReader(typeof(RelatedWords).Assembly.GetManifestResourceStream("search/related.txt")!);
        while (reader.ReadLine() is { } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            related.Add(line[..colon], line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        return related.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
