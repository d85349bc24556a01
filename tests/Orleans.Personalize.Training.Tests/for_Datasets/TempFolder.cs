using System.Text;

namespace Orleans.Personalize.Training.Tests.for_Datasets;

/// <summary>A folder for the files of one test.</summary>
public sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("personalize-test-").FullName;

    public TempFolder Write(string name, string text, Encoding? encoding = null)
    {
        File.WriteAllText(System.IO.Path.Combine(Path, name), text, encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
