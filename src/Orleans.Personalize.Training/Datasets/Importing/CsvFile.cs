namespace Orleans.Personalize.Training.Datasets.Importing;

/// <summary>
/// A csv file with a header (RFC 4180). It is read here and not by a library because reading must go on after a broken line: a quote that
/// is never closed costs the line it stands on, not the rest of the file.
/// </summary>
internal sealed class CsvFile : IDisposable
{
    private const int MaxLinesOfOneRow = 500;
    private readonly TextFile _file;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly List<string> _fields = [];
    private readonly List<string> _lines = [];

    private CsvFile(TextFile file, string header, IEnumerable<string> required)
    {
        _file = file;
        CsvRow.Split(header, _fields);
        Header = [.. _fields.Select(name => name.Trim())];
        for (var i = 0; i < Header.Count; i++)
        {
            _columns.TryAdd(Normal(Header[i]), i);
        }

        var missing = required.Where(name => !_columns.ContainsKey(Normal(name))).ToArray();
        if (missing.Length > 0)
        {
            throw new ImportException(
                $"'{file.Path}' has no column '{string.Join("', '", missing)}'; its columns are {string.Join(", ", Header)}");
        }
    }

    /// <summary>The names of the columns as the file has them.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The line on which the present row begins, counted from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Reads every row; <paramref name="take"/> returns what is wrong with one, or null.</summary>
    /// <exception cref="ImportException">The file is empty, lacks a column, or cannot be read.</exception>
    public static void Read(ImportRun run, string path, IEnumerable<string> required, Func<CsvFile, string?> take)
    {
        using var csv = Open(run, path, required);
        while (csv.Next())
        {
            if (take(csv) is { } problem)
            {
                csv._file.Report(csv.Line, problem);
            }
        }
    }

    /// <summary>Opens a file and reads its header.</summary>
    public static CsvFile Open(ImportRun run, string path, IEnumerable<string> required)
    {
        var file = TextFile.Open(run, path);
        try
        {
            var header = file.ReadLine()
                ?? throw new ImportException($"'{path}' is empty; a line with the names of the columns was expected");
            return new CsvFile(file, header, required);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>A column name in the form in which names are compared: <c>userId</c>, <c>user_id</c> and <c>USERID</c> are the same.</summary>
    public static string Normal(string name) => name.Replace("_", string.Empty).Replace(" ", string.Empty).ToLowerInvariant();

    /// <summary>Whether the file has a column.</summary>
    public bool Has(string column) => _columns.ContainsKey(Normal(column));

    /// <summary>A cell of the present row without outer blanks; empty where the file has no such column.</summary>
    public string this[string column] => _columns.TryGetValue(Normal(column), out var index) ? _fields[index].Trim() : string.Empty;

    /// <summary>A cell of the present row by its place.</summary>
    public string this[int column] => _fields[column].Trim();

    /// <summary>Moves to the next row that can be read; broken ones are reported on the way.</summary>
    public bool Next()
    {
        while (_file.ReadLine() is { } line)
        {
            if (line.Length == 0)
            {
                continue;
            }

            Line = _file.Line;
            if (ReadRow(line) is not { } problem)
            {
                return true;
            }

            _file.PushBack(_lines);
            _file.Report(Line, problem);
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    /// <summary>Reads a row that begins with a line; the lines it took beyond the first stand in <see cref="_lines"/>.</summary>
    private string? ReadRow(string text)
    {
        _lines.Clear();
        var result = CsvRow.Split(text, _fields);
        while (result == CsvRow.Outcome.QuoteOpen)
        {
            if (_lines.Count == MaxLinesOfOneRow || _file.ReadLine() is not { } more)
            {
                return "a quote is not closed";
            }

            _lines.Add(more);
            text = $"{text}\n{more}";
            if (more.Contains('"', StringComparison.Ordinal))
            {
                result = CsvRow.Split(text, _fields);
            }
        }

        return result == CsvRow.Outcome.TextAfterQuote ? "text follows a closing quote"
            : _fields.Count != Header.Count ? $"{Header.Count} columns expected, {_fields.Count} found"
            : null;
    }
}
