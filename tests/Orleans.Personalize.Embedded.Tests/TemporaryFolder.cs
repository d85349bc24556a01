namespace Orleans.Personalize.Embedded.Tests;

/// <summary>A folder that is deleted with everything in it at the end of a test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("personalize-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
