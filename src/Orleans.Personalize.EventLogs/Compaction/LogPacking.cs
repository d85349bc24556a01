using Orleans.Personalize.EventLogs.Format;

namespace Orleans.Personalize.EventLogs;

/// <summary>Writes what counts of some segments into packed ones.</summary>
internal sealed class LogPacking(ILogStore store, LogNames names, TimeProvider time, int packedBytes, HashSet<Guid> erased, DateTimeOffset? keptFrom)
{
    // Deflated to a tenth or so; much larger batches would not be deflated better.
    private const int BatchBytes = 1 << 20;

    private readonly SeenEvents _seen = new();
    private readonly MemoryStream _packed = new();
    private readonly List<LogEntry> _batch = [];
    private int _batchBytes;

    /// <summary>Segments that were made.</summary>
    public int Made { get; private set; }

    /// <summary>Events in them.</summary>
    public long Events { get; private set; }

    /// <summary>Events left out because they were there already.</summary>
    public long Repeated { get; private set; }

    /// <summary>Events left out because they are older than is kept.</summary>
    public long Expired { get; private set; }

    /// <summary>Returns when everything that counts is durable.</summary>
    /// <exception cref="IOException">A segment is gone, or the store does not answer.</exception>
    public async Task PackAsync(IEnumerable<string> segments, CancellationToken cancellationToken)
    {
        foreach (var segment in segments)
        {
            await using var content = await store.OpenAsync(segment, cancellationToken)
                ?? throw new IOException($"{segment} was taken away by another compaction");
            await foreach (var entries in LogBatch.ReadAsync(segment, content, cancellationToken))
            {
                foreach (var entry in entries.Where(entry => !erased.Contains(entry.Life)))
                    await AddAsync(entry, cancellationToken);
            }
        }

        CloseBatch();
        await CloseSegmentAsync(cancellationToken);
    }

    private async Task AddAsync(LogEntry entry, CancellationToken cancellationToken)
    {
        var kept = new MemoryStream(entry.Lines.Length);
        foreach (var line in EventLines.Of(entry.Lines))
        {
            if (EventLines.IsBefore(line, keptFrom))
            {
                Expired++;
                continue;
            }

            // By life, not by profile: an erasure that began meanwhile must not make an event of the next life a repeat.
            if (!_seen.Add(entry.Life.ToString("N"), EventLines.KeyOf(line).Event))
            {
                Repeated++;
                continue;
            }

            Events++;
            kept.Write(line.Span);
            kept.WriteByte((byte)'\n');
        }

        if (kept.Length == 0)
            return;
        _batch.Add(entry with { Lines = kept.ToArray() });
        _batchBytes += (int)kept.Length;
        if (_batchBytes < BatchBytes)
            return;
        CloseBatch();
        if (_packed.Length >= packedBytes)
            await CloseSegmentAsync(cancellationToken);
    }

    private void CloseBatch()
    {
        if (_batch.Count > 0)
            _packed.Write(LogBatch.Encode(_batch, deflated: true));
        _batch.Clear();
        _batchBytes = 0;
    }

    private async Task CloseSegmentAsync(CancellationToken cancellationToken)
    {
        if (_packed.Length == 0)
            return;
        await store.PutAsync(names.NewSegment(time.GetUtcNow(), packed: true), _packed.GetBuffer().AsMemory(0, (int)_packed.Length), cancellationToken);
        _packed.SetLength(0);
        Made++;
    }
}
