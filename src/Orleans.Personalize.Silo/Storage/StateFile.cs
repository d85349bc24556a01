using System.Security.Cryptography;
using System.Text;
using Orleans.Personalize.ModelFiles;

namespace Orleans.Personalize.Silo.Storage;

/// <summary>
/// One grain's state in a file: mark, version (etag), name, payload and a checksum. Written whole beside the old file and then put in its
/// place, so that a crash at any moment leaves either the old state or the new one.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="name">The name of the state, kept in the file because the file's own name is a hash of it.</param>
internal sealed class StateFile(string path, string name)
{
    private const int ChecksumBytes = 16;
    private const string NewSuffix = ".new";
    private static readonly byte[] Mark = "OPG1"u8.ToArray();

    /// <summary>Reads etag and payload.</summary>
    /// <returns>Null where there is no such file.</returns>
    /// <exception cref="InvalidDataException">The file is damaged or not one of these.</exception>
    public (Guid ETag, byte[] Payload)? Read()
    {
        if (!TryReadAll(out var bytes))
            return null;
        var content = bytes.AsSpan(0, Math.Max(0, bytes.Length - ChecksumBytes));
        if (!content.StartsWith(Mark) || !Checksum(content).AsSpan().SequenceEqual(bytes.AsSpan(content.Length)))
            throw new InvalidDataException($"'{path}' is damaged or no state of a grain");
        using var reader = new BinaryReader(new MemoryStream(bytes, Mark.Length, content.Length - Mark.Length), Encoding.UTF8);
        var etag = new Guid(reader.ReadBytes(16));
        var stored = reader.ReadString();
        if (!string.Equals(stored, name, StringComparison.Ordinal))
            throw new InvalidDataException($"'{path}' holds the state of '{stored}', not of '{name}'");
        return (etag, reader.ReadBytes(reader.ReadInt32()));
    }

    /// <summary>Puts a state in the place of the one with an etag; returns when it is durable.</summary>
    /// <param name="expected">The etag of the state to replace; null where there must be none.</param>
    /// <param name="payload">The state.</param>
    /// <param name="actual">The etag of the state that is there now: the new one, or another's where nothing was written.</param>
    /// <returns>Whether the expected state was there and has been replaced.</returns>
    public bool TryWrite(Guid? expected, ReadOnlySpan<byte> payload, out Guid? actual)
    {
        actual = Read()?.ETag;
        if (actual != expected)
            return false;
        var etag = Guid.NewGuid();
        var temporary = path + NewSuffix;
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 4096, FileOptions.None))
        {
            file.Write(Encode(etag, payload));
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
        DurableFile.FlushFolder(Path.GetDirectoryName(path)!);
        actual = etag;
        return true;
    }

    /// <summary>Deletes the state with an etag; returns when that is durable.</summary>
    /// <param name="expected">The etag of the state; null where there is none.</param>
    /// <param name="actual">The etag of the state that is there now.</param>
    /// <returns>Whether the expected state was there and is gone.</returns>
    public bool TryDelete(Guid? expected, out Guid? actual)
    {
        actual = Read()?.ETag;
        if (actual != expected)
            return false;
        var temporary = path + NewSuffix;
        if (actual is null && !File.Exists(temporary))
            return true;

        // A crash may have left a state beside the file that never took its place.
        File.Delete(temporary);
        File.Delete(path);
        DurableFile.FlushFolder(Path.GetDirectoryName(path)!);
        actual = null;
        return true;
    }

    private byte[] Encode(Guid etag, ReadOnlySpan<byte> payload)
    {
        using var stream = new MemoryStream(payload.Length + 256);
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Mark);
        writer.Write(etag.ToByteArray());
        writer.Write(name);
        writer.Write(payload.Length);
        writer.Write(payload);
        writer.Write(Checksum(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        return stream.ToArray();
    }

    private static byte[] Checksum(ReadOnlySpan<byte> content) => SHA256.HashData(content)[..ChecksumBytes];

    private bool TryReadAll(out byte[] bytes)
    {
        try
        {
            bytes = File.ReadAllBytes(path);
            return true;
        }
        catch (FileNotFoundException)
        {
            bytes = [];
            return false;
        }
    }
}
