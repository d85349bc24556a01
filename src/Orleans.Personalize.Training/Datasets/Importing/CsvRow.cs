namespace Orleans.Personalize.Training.Datasets.Importing;

/// <summary>Splits the text of one csv row into its cells.</summary>
internal static class CsvRow
{
    /// <summary>How splitting ended.</summary>
    public enum Outcome
    {
        /// <summary>All cells were read.</summary>
        Complete,

        /// <summary>The text ends inside of quotes; the row goes on with the next line.</summary>
        QuoteOpen,

        /// <summary>A quoted cell goes on after its closing quote.</summary>
        TextAfterQuote,
    }

    /// <summary>Splits a row; quotes inside a cell that does not begin with one are ordinary characters.</summary>
    public static Outcome Split(ReadOnlySpan<char> text, List<string> cells)
    {
        cells.Clear();
        while (true)
        {
            if (text is ['"', ..])
            {
                var end = ClosingQuote(text);
                if (end < 0)
                {
                    return Outcome.QuoteOpen;
                }

                cells.Add(text[1..end].ToString().Replace("\"\"", "\""));
                text = text[(end + 1)..];
                if (text is [not ',', ..])
                {
                    return Outcome.TextAfterQuote;
                }
            }
            else
            {
                var length = text.IndexOf(',') is >= 0 and var comma ? comma : text.Length;
                cells.Add(text[..length].ToString());
                text = text[length..];
            }

            if (text.IsEmpty)
            {
                return Outcome.Complete;
            }

            text = text[1..];
        }
    }

    private static int ClosingQuote(ReadOnlySpan<char> text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] != '"')
            {
                continue;
            }

            if (i + 1 == text.Length || text[i + 1] != '"')
            {
                return i;
            }

            i++;
        }

        return -1;
    }
}
