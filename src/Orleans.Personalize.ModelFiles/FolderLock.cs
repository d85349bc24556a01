namespace Orleans.Personalize.ModelFiles;

/// <summary>Lets one process at a time change which model is in service; ends with the process that holds it.</summary>
internal sealed class FolderLock : IDisposable
{
    private const string Name = "lock";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <summary>Waits until no other holds the lock.</summary>
    /// <exception cref="IOException">Another held it for ten seconds.</exception>
    public static FolderLock Take(string folder)
    {
        var begin = Environment.TickCount64;
        while (true)
        {
            try
            {
                return new FolderLock(new FileStream(Path.Combine(folder, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1));
            }
            catch (IOException) when (Environment.TickCount64 - begin < Patience.TotalMilliseconds)
            {
                Thread.Sleep(10);
            }
        }
    }

    public void Dispose() => _file.Dispose();
}
