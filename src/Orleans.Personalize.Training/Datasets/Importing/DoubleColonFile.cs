namespace Orleans.Personalize.Training.Datasets.Importing;

/// <summary>A file whose lines are columns separated by <c>::</c>.</summary>
internal static class DoubleColonFile
{
    private const string Separator = "::";

    /// <summary>Takes one line's columns; returns what is wrong with them, or null.</summary>
    public delegate string? Take(long line, string text, ReadOnlySpan<Range> columns);

    /// <summary>Reads all lines; blank ones are skipped.</summary>
    /// <param name="run">The import.</param>
    /// <param name="path">The file.</param>
    /// <param name="columns">How many columns a line has.</param>
    /// <param name="take">Called for each line.</param>
    public static void Read(ImportRun run, string path, int columns, Take take)
    {
        Span<Range> ranges = stackalloc Range[columns + 1];
        using var file = TextFile.Open(run, path);
        while (file.ReadLine() is { } text)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            var found = text.AsSpan().Split(ranges, Separator);
            var problem = found == columns
                ? take(file.Line, text, ranges[..columns])
                : $"{columns} columns separated by '{Separator}' expected, {(found > columns ? "more" : found)} found";
            if (problem is not null)
            {
                file.Report(file.Line, problem);
            }
        }
    }
}
