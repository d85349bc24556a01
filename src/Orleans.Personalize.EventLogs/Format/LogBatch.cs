using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Orleans.Personalize.EventLogs.Format;

/// <summary>
/// What is appended at once: a head of <see cref="HeadBytes"/> (mark with the format's version, kind, length and checksum of what follows) and entries, plain or
/// deflated. An entry is the life (16 bytes), the length of its lines (4 bytes, little-endian) and the lines.
/// </summary>
internal static class LogBatch
{
    /// <summary>Bytes before the content.</summary>
    public const int HeadBytes = 4 + 1 + 4 + ChecksumBytes;

    private const int ChecksumBytes = 8;
    private const int EntryHeadBytes = 16 + 4;
    private static readonly byte[] Mark = "OPL1"u8.ToArray();

    /// <summary>A batch of nothing that ends a segment; readers skip it.</summary>
    public static byte[] Seal { get; } = Frame(LogBatchKind.Seal, []);

    /// <summary>Bytes an entry takes in a plain batch.</summary>
    public static int BytesOf(LogEntry entry) => EntryHeadBytes + entry.Lines.Length;

    /// <summary>Writes entries as one batch.</summary>
    public static byte[] Encode(IEnumerable<LogEntry> entries, bool deflated)
    {
        using var content = new MemoryStream();
        if (deflated)
        {
            using var deflate = new DeflateStream(content, CompressionLevel.Optimal, leaveOpen: true);
            Write(deflate, entries);
        }
        else
        {
            Write(content, entries);
        }

        return Frame(deflated ? LogBatchKind.Deflated : LogBatchKind.Plain, content.GetBuffer().AsSpan(0, (int)content.Length));
    }

    /// <summary>Reads the batches of a segment up to its end, or up to one that was cut off while it was written, which nobody was told of.</summary>
    /// <param name="name">The segment, for the message of an error.</param>
    /// <param name="segment">Its bytes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidDataException">It is damaged before its end.</exception>
    public static async IAsyncEnumerable<List<LogEntry>> ReadAsync(
        string name, Stream segment, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var head = new byte[HeadBytes];
        for (var offset = 0L; ; offset += HeadBytes)
        {
            if (await segment.ReadAtLeastAsync(head, HeadBytes, throwOnEndOfStream: false, cancellationToken) < HeadBytes)
                yield break;
            var length = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(5));
            if (!head.AsSpan().StartsWith(Mark) || length < 0 || length > Array.MaxLength)
            {
                if (await IsEndAsync(segment, head, cancellationToken))
                    yield break;
                throw Damaged(name, offset);
            }

            var content = new byte[length];
            if (await segment.ReadAtLeastAsync(content, length, throwOnEndOfStream: false, cancellationToken) < length)
                yield break;
            if (!Checksum((LogBatchKind)head[4], content).SequenceEqual(head.AsSpan(9)))
            {
                // What a loss of power may leave of the last batch.
                if (await IsEndAsync(segment, [], cancellationToken))
                    yield break;
                throw Damaged(name, offset);
            }

            yield return Decode((LogBatchKind)head[4], content);
            offset += length;
        }
    }

    private static InvalidDataException Damaged(string name, long offset) => new($"the event log is damaged: {name} from byte {offset} on");

    /// <summary>Whether nothing but zeros follows: a file that grew without its content.</summary>
    private static async Task<bool> IsEndAsync(Stream segment, byte[] before, CancellationToken cancellationToken)
    {
        if (before.AsSpan().ContainsAnyExcept((byte)0))
            return false;
        var buffer = new byte[1 << 12];
        for (int read; (read = await segment.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (buffer.AsSpan(0, read).ContainsAnyExcept((byte)0))
                return false;
        }

        return true;
    }

    private static byte[] Frame(LogBatchKind kind, ReadOnlySpan<byte> content)
    {
        var batch = new byte[HeadBytes + content.Length];
        Mark.CopyTo(batch, 0);
        batch[4] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(batch.AsSpan(5), content.Length);
        Checksum(kind, content).CopyTo(batch.AsSpan(9));
        content.CopyTo(batch.AsSpan(HeadBytes));
        return batch;
    }

    private static ReadOnlySpan<byte> Checksum(LogBatchKind kind, ReadOnlySpan<byte> content)
    {
        var hash = SHA256.HashData(content);
        hash[0] ^= (byte)kind;
        return hash.AsSpan(0, ChecksumBytes);
    }

    private static void Write(Stream content, IEnumerable<LogEntry> entries)
    {
        Span<byte> head = stackalloc byte[EntryHeadBytes];
        foreach (var entry in entries)
        {
            entry.Life.TryWriteBytes(head);
            BinaryPrimitives.WriteInt32LittleEndian(head[16..], entry.Lines.Length);
            content.Write(head);
            content.Write(entry.Lines.Span);
        }
    }

    private static List<LogEntry> Decode(LogBatchKind kind, byte[] content)
    {
        if (kind == LogBatchKind.Seal)
            return [];
        if (kind == LogBatchKind.Deflated)
            content = Inflate(content);
        var entries = new List<LogEntry>();
        for (var rest = content.AsMemory(); !rest.IsEmpty;)
        {
            var lines = rest.Slice(EntryHeadBytes, BinaryPrimitives.ReadInt32LittleEndian(rest.Span[16..]));
            entries.Add(new LogEntry(new Guid(rest.Span[..16]), lines));
            rest = rest[(EntryHeadBytes + lines.Length)..];
        }

        return entries;
    }

    private static byte[] Inflate(byte[] content)
    {
        using var deflate = new DeflateStream(new MemoryStream(content), CompressionMode.Decompress);
        using var inflated = new MemoryStream(content.Length * 4);
        deflate.CopyTo(inflated);
        return inflated.ToArray();
    }
}
