using System.Text;

namespace Orleans.Personalize.Training.Datasets.Importing;

/// <summary>A text file read line by line: UTF-8 with or without a byte order mark, UTF-16 with one, or otherwise Latin-1.</summary>
internal sealed class TextFile : IDisposable
{
    private readonly ImportRun _run;
    private readonly FileStream _stream;
    private readonly StreamReader _reader;
    private readonly Queue<string> _pushedBack = new();
    private bool _finished;

    private TextFile(ImportRun run, string path, FileStream stream, StreamReader reader)
    {
        _run = run;
        Path = path;
        _stream = stream;
        _reader = reader;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The number of the line that was read last, counted from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Opens a file.</summary>
    public static TextFile Open(ImportRun run, string path)
    {
        try
        {
            var encoding = IsUtf8(path) ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) : Encoding.Latin1;
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            return new TextFile(run, path, stream, new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, 1 << 16));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ImportException($"cannot read '{path}': {exception.Message}", exception);
        }
    }

    /// <summary>The next line without its end; null at the end of the file, which then counts as read.</summary>
    public string? ReadLine()
    {
        var line = _pushedBack.Count > 0 ? _pushedBack.Dequeue() : _reader.ReadLine();
        if (line is null)
        {
            if (!_finished)
            {
                _finished = true;
                _run.Finish(Path, Line);
            }

            return null;
        }

        Line++;
        _run.Advance(Path, Line, _stream.Position);
        return line;
    }

    /// <summary>Gives lines back that were read last, to be read again.</summary>
    public void PushBack(IReadOnlyCollection<string> lines)
    {
        var later = _pushedBack.ToArray();
        _pushedBack.Clear();
        foreach (var line in lines.Concat(later))
        {
            _pushedBack.Enqueue(line);
        }

        Line -= lines.Count;
    }

    /// <summary>Reports something about a line of this file.</summary>
    public void Report(long line, string reason) => _run.Report(Path, line, reason);

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private static bool IsUtf8(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        var decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
        var bytes = new byte[1 << 16];
        var chars = new char[bytes.Length + 1];
        try
        {
            int read;
            do
            {
                read = stream.Read(bytes);
                decoder.GetChars(bytes.AsSpan(0, read), chars, flush: read == 0);
            }
            while (read > 0);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
