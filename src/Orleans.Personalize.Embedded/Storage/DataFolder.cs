namespace Orleans.Personalize.Embedded.Storage;

/// <summary>The paths inside a data folder, and the claim that keeps a second process from serving from it.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _claim;

    private DataFolder(string path, FileStream claim)
    {
        Path = path;
        _claim = claim;
    }

    public string Path { get; }

    public string Database => DatabaseIn(Path);

    public string Models => System.IO.Path.Combine(Path, "models");

    public static string DatabaseIn(string folder) => System.IO.Path.Combine(folder, "personalize.db");

    /// <summary>Makes the folder where there is none and claims it. The operating system gives the claim back when the process ends, however it ends.</summary>
    public static DataFolder Claim(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(path);
            var claim = new FileStream(
                System.IO.Path.Combine(path, "personalize.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new DataFolder(path, claim);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException($"the data folder '{path}' cannot be claimed, perhaps another process serves from it: {e.Message}", e);
        }
    }

    public void Dispose() => _claim.Dispose();
}
