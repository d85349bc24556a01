namespace Orleans.Personalize.Cluster.Tests;

/// <summary>An empty folder that is deleted in the end; in memory where the system has such a place, so that nobody waits for a disk.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private const string Memory = "/dev/shm";

    public string Path { get; } = Directory.CreateDirectory(System.IO.Path.Combine(
        Directory.Exists(Memory) ? Memory : System.IO.Path.GetTempPath(), $"personalize-cluster-{Guid.NewGuid():N}")).FullName;

    /// <summary>Every file of the folder that contains a text.</summary>
    public IEnumerable<string> FilesWith(string text) =>
        Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
            .Where(file => File.ReadAllBytes(file).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
