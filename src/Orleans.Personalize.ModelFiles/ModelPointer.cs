using System.Collections.Immutable;
using System.Text;

namespace Orleans.Personalize.ModelFiles;

/// <summary>
/// The file that names the model in service in its first line, and below it those that were in service before, the latest first. It is one
/// file so that both change in one step.
/// </summary>
/// <param name="path">The file.</param>
internal sealed class ModelPointer(string path)
{
    private const int VersionLength = 16;
    private const int Remembered = 32;

    /// <summary>The version in service and those before it; empty where there is none.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public ImmutableArray<string> Read()
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }

        var versions = text.Trim().Split('\n', StringSplitOptions.TrimEntries);
        foreach (var version in versions)
        {
            if (version.Length != VersionLength || !version.All(char.IsAsciiHexDigitLower))
            {
                throw new InvalidDataException(
                    $"'{path}' should name a model version of {VersionLength} hexadecimal digits, but says '{Shortened(version)}'.");
            }
        }

        return [.. versions];
    }

    /// <summary>Replaces the file durably, in one step.</summary>
    /// <param name="versions">The version in service and those before it.</param>
    public void Write(ImmutableArray<string> versions)
    {
        var temporary = path + ".tmp";
        File.Delete(temporary);
        DurableFile.Write(temporary, stream => stream.Write(Encoding.ASCII.GetBytes(string.Join('\n', versions.Take(Remembered)))));
        DurableFile.Move(temporary, path);
    }

    /// <summary>What somebody gave for a version, short enough for a message.</summary>
    public static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "...";
}
