namespace Orleans.Personalize.Demo.Posters;

/// <summary>Breaks names into lines and estimates how wide they are.</summary>
internal static class Lines
{
    private const int Most = 4;

    /// <summary>The words in lines of about equal length, as few as the longest allowed line permits.</summary>
    public static IReadOnlyList<string> Break(string text, int longest)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var count = Math.Clamp((int)Math.Ceiling(text.Length / (double)longest), 1, Math.Min(Most, words.Length));
        var best = Fill(words, text.Length);
        for (var limit = words.Max(word => word.Length); limit <= text.Length; limit++)
        {
            best = Fill(words, limit);
            if (best.Count <= count)
            {
                break;
            }
        }

        return best;
    }

    /// <summary>The width of a line as a multiple of the size of the letters.</summary>
    public static double WidthOf(string line, Typeface face) => Math.Max(1, line.Sum(WidthOf) * face.Width) + (face.Tracking * line.Length);

    private static List<string> Fill(string[] words, int limit)
    {
        var lines = new List<string>();
        foreach (var word in words)
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= limit)
            {
                lines[^1] += $" {word}";
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }

    private static double WidthOf(char c) => c switch
    {
        'I' or 'i' or 'j' or 'l' or '.' or ',' or ':' or '\'' or '!' => 0.29,
        ' ' or 'f' or 'r' or 't' or 'J' or '-' => 0.37,
        'M' or 'W' or 'm' or 'w' => 0.88,
        _ when char.IsUpper(c) => 0.69,
        _ => 0.54,
    };
}
