using System.Text.Json;

namespace Orleans.Personalize.Training.Datasets.Importing;

/// <summary>A file that is one json array, read element by element so that what stands before an error is kept.</summary>
internal static class JsonArrayFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.General) { RespectNullableAnnotations = true };

    /// <summary>Reads all elements; <paramref name="take"/> returns what is wrong with one, or null.</summary>
    public static void Read<T>(ImportRun run, string path, Func<T, string?> take)
        where T : class
    {
        var bytes = Files.ReadAllBytes(path);
        ReadOnlySpan<byte> text = bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes;
        var lines = new LineCounter();
        long rows = 0;
        try
        {
            var reader = new Utf8JsonReader(text, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
            {
                run.Report(path, 1, "an array was expected");
                return;
            }

            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                var problem = Parse<T>(text[start..(int)reader.BytesConsumed], out var element) ?? take(element!);
                run.Advance(path, ++rows, start);
                if (problem is not null)
                {
                    run.Report(path, lines.LineOf(text, start), problem);
                }
            }
        }
        catch (JsonException exception)
        {
            run.Report(path, (exception.LineNumber ?? 0) + 1, $"the file cannot be read from here on: {JsonReasons.Of(exception)}");
        }

        run.Finish(path, rows);
    }

    private static string? Parse<T>(ReadOnlySpan<byte> json, out T? element)
        where T : class
    {
        element = null;
        try
        {
            element = JsonSerializer.Deserialize<T>(json, Options);
            return element is null ? "an object was expected" : null;
        }
        catch (JsonException exception)
        {
            return JsonReasons.Of(exception);
        }
    }

    /// <summary>Counts lines as the reading goes on.</summary>
    private struct LineCounter
    {
        private int _upTo;
        private long _lines;

        public long LineOf(ReadOnlySpan<byte> text, int position)
        {
            _lines += text[_upTo..position].Count((byte)'\n');
            _upTo = position;
            return _lines + 1;
        }
    }
}
