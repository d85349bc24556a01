using System.Collections.Immutable;
using Orleans.Personalize.ModelFiles;

namespace Orleans.Personalize.EventLogs;

/// <summary>A store in a folder of files, for the processes of one machine. What is written survives a loss of power.</summary>
/// <param name="folder">The folder; made with the first object.</param>
public sealed class FolderLogStore(string folder) : ILogStore
{
    private const string Unfinished = ".tmp";
    private readonly string _folder = Path.GetFullPath(folder);

    /// <inheritdoc/>
    public Task<ImmutableArray<LogObject>> ListAsync(string prefix, CancellationToken cancellationToken = default) => Task.Run(() => List(prefix), cancellationToken);

    /// <inheritdoc/>
    public Task<ILogAppender> CreateAsync(string name, CancellationToken cancellationToken = default) => Task.Run<ILogAppender>(
        () =>
        {
            var path = Prepare(name);
            var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
            try
            {
                DurableFile.FlushFolder(Path.GetDirectoryName(path)!);
                return new FolderLogAppender(file);
            }
            catch
            {
                file.Dispose();
                throw;
            }
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TrySealAsync(string name, ReadOnlyMemory<byte> seal, CancellationToken cancellationToken = default) => Task.Run(
        () =>
        {
            try
            {
                // A writer holds its file open as long as it lives, and never opens one again.
                using var alone = new FileStream(PathOf(name), FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
                return true;
            }
            catch (IOException)
            {
                return false;
            }
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Task.Run(() => OpenToRead(name), cancellationToken);
            }
            catch (IOException) when (attempt < 100)
            {
                // Being sealed at this moment.
                await Task.Delay(10, cancellationToken);
            }
        }
    }

    /// <inheritdoc/>
    public Task PutAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) => Task.Run(
        () =>
        {
            var path = Prepare(name);
            var temporary = $"{path}.{Guid.NewGuid():N}{Unfinished}";
            try
            {
                DurableFile.Write(temporary, stream => stream.Write(content.Span));
                DurableFile.Move(temporary, path);
            }
            finally
            {
                File.Delete(temporary);
            }
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task DeleteAsync(string name, CancellationToken cancellationToken = default) => Task.Run(
        () =>
        {
            var path = PathOf(name);
            if (!File.Exists(path))
                return;
            File.Delete(path);
            DurableFile.FlushFolder(Path.GetDirectoryName(path)!);
        },
        cancellationToken);

    private FileStream? OpenToRead(string name)
    {
        try
        {
            return new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private ImmutableArray<LogObject> List(string prefix)
    {
        var parent = PathOf(prefix[..(prefix.LastIndexOf('/') + 1)]);
        return !Directory.Exists(parent) ? [] : [.. new DirectoryInfo(parent)
            .EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => !file.Name.EndsWith(Unfinished, StringComparison.Ordinal))
            .Select(Describe)
            .OfType<LogObject>()
            .Where(file => file.Name.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(file => file.Name, StringComparer.Ordinal)];
    }

    /// <summary>Null where the file was deleted just now.</summary>
    private LogObject? Describe(FileInfo file)
    {
        try
        {
            return new LogObject(NameOf(file.FullName), file.Length, new DateTimeOffset(file.LastWriteTimeUtc));
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private string PathOf(string name) => Path.Combine(_folder, name.Replace('/', Path.DirectorySeparatorChar));

    private string NameOf(string path) => Path.GetRelativePath(_folder, path).Replace(Path.DirectorySeparatorChar, '/');

    private string Prepare(string name)
    {
        var path = PathOf(name);
        var parent = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(parent))
        {
            Directory.CreateDirectory(parent);
            for (var above = Path.GetDirectoryName(parent); above is not null && above.Length >= _folder.Length; above = Path.GetDirectoryName(above))
                DurableFile.FlushFolder(above);
        }

        return path;
    }
}
