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

        return ModelPointerText.Parse(text, path);
    }

    /// <summary>Replaces the file durably, in one step.</summary>
    /// <param name="versions">The version in service and those before it.</param>
    public void Write(ImmutableArray<string> versions)
    {
        var temporary = path + ".tmp";
        File.Delete(temporary);
        DurableFile.Write(temporary, stream => stream.Write(Encoding.ASCII.GetBytes(ModelPointerText.Of(versions))));
        DurableFile.Move(temporary, path);
    }
}
