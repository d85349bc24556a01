using System.Runtime.InteropServices;

namespace Orleans.Personalize.ModelFiles;

/// <summary>Files that are whole after a crash, or not there.</summary>
internal static partial class DurableFile
{
    /// <summary>Writes a file and waits until it is on disk.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        write(stream);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Gives a file another name in one step, replacing what had it, and waits until the folder is on disk.</summary>
    public static void Move(string from, string to)
    {
        File.Move(from, to, overwrite: true);
        if (!OperatingSystem.IsWindows())
            FlushFolder(Path.GetDirectoryName(Path.GetFullPath(to))!);
    }

    // The runtime opens no folders, and without this a new name may be lost in a crash.
    private static void FlushFolder(string path)
    {
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
