using System.Collections.Immutable;

namespace Orleans.Personalize.ModelFiles;

/// <summary>How the model in service is named, in a file or elsewhere: its version in the first line, and below it those that were in service before, the latest first.</summary>
public static class ModelPointerText
{
    private const int VersionLength = 16;
    private const int Remembered = 32;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text; null for none.</param>
    /// <param name="place">Where it was read, for the message.</param>
    /// <returns>The version in service and those before it; empty where there is none.</returns>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static ImmutableArray<string> Parse(string? text, string place)
    {
        if (text is null)
            return [];
        var versions = text.Trim().Split('\n', StringSplitOptions.TrimEntries);
        foreach (var version in versions)
        {
            if (version.Length != VersionLength || !version.All(char.IsAsciiHexDigitLower))
            {
                throw new InvalidDataException(
                    $"'{place}' should name a model version of {VersionLength} hexadecimal digits, but says '{Shortened(version)}'.");
            }
        }

        return [.. versions];
    }

    /// <summary>Writes a text; of what was in service long ago nothing is said.</summary>
    /// <param name="versions">The version in service and those before it.</param>
    public static string Of(ImmutableArray<string> versions) => string.Join('\n', versions.Take(Remembered));

    /// <summary>What somebody gave for a version, short enough for a message.</summary>
    internal static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "...";
}
