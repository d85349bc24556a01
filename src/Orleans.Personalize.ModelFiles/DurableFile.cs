using System.Runtime.InteropServices;

namespace Orleans.Personalize.ModelFiles;

/// <summary>Files that are whole after a crash, or not there.</summary>
public static partial class DurableFile
{
    /// <summary>Writes a file that is not there yet and waits until it is on disk; its name is durable only when the folder was flushed too.</summary>
    /// <exception cref="IOException">There is such a file, or it could not be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        write(stream);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Gives a file another name in one step, replacing what had it, and waits until the folder is on disk.</summary>
    /// <exception cref="IOException">It could not be renamed, or the folder could not be flushed.</exception>
    public static void Move(string from, string to)
    {
        File.Move(from, to, overwrite: true);
        FlushFolder(Path.GetDirectoryName(Path.GetFullPath(to))!);
    }

    /// <summary>
    /// Waits until the names in a folder are on disk: on Unix a new name or the end of one is safe from a loss of power only then, and .NET has no call for that. Windows
    /// needs none.
    /// </summary>
    /// <exception cref="IOException">The folder could not be flushed.</exception>
    public static void FlushFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        var descriptor = Native.Open(path, 0);
        if (descriptor < 0)
            throw new IOException($"Cannot open the folder '{path}': error {Marshal.GetLastPInvokeError()}.");
        var result = Native.Flush(descriptor);
        var error = Marshal.GetLastPInvokeError();
        _ = Native.Close(descriptor);
        if (result != 0)
            throw new IOException($"Cannot write out the folder '{path}': error {error}.");
    }

    private static partial class Native
    {
        [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
        public static partial int Open(string path, int flags);

        [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
        public static partial int Flush(int descriptor);

        [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
        public static partial int Close(int descriptor);
    }
}
