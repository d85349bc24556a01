using System.Text.Json;
using Orleans.Personalize.Json;

namespace Orleans.Personalize.Training.Datasets.Importing;

/// <summary>A file with one json object a line, written as the API writes it.</summary>
internal static class JsonLinesFile
{
    /// <summary>Reads all lines, blank ones skipped; <paramref name="take"/> returns what is wrong with one, or null.</summary>
    public static void Read<T>(ImportRun run, string path, Func<T, string?> take)
        where T : class
    {
        using var file = TextFile.Open(run, path);
        while (file.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line) && Take(line, take) is { } problem)
            {
                file.Report(file.Line, problem);
            }
        }
    }

    private static string? Take<T>(string line, Func<T, string?> take)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, PersonalizeJson.Options) is { } value ? take(value) : "an object was expected";
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            return JsonReasons.Of(exception);
        }
    }
}
