namespace Orleans.Personalize.Cluster.Tests;

/// <summary>An empty folder that is deleted in the end.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("personalize-cluster-").FullName;

    /// <summary>Every file of the folder that contains a text.</summary>
    public IEnumerable<string> FilesWith(string text) =>
        Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
            .Where(file => File.ReadAllBytes(file).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
