using Orleans.Personalize.EventLogs.Format;

namespace Orleans.Personalize.EventLogs;

/// <summary>
/// Appends events of a tenant, from one process, to segments of its own. What waits while an append is under way is the next one, so that the events of many profiles share
/// a write. Safe for concurrent use.
/// </summary>
/// <param name="store">Where the log is.</param>
/// <param name="tenant">Whose log.</param>
/// <param name="time">Says when a segment is old; names segments.</param>
/// <param name="options">When a segment ends; null for the usual.</param>
public sealed class EventLogWriter(ILogStore store, string tenant, TimeProvider time, EventLogOptions? options = null) : IAsyncDisposable
{
    // A blob takes 4 MB at once.
    private const int MaxBatchBytes = 2 << 20;

    private readonly EventLogOptions _options = options ?? new EventLogOptions();
    private readonly LogNames _names = new(tenant);
    private readonly Lock _lock = new();
    private readonly Queue<PendingEntry> _waiting = [];
    private Task _writing = Task.CompletedTask;
    private OpenSegment? _segment;

    /// <summary>Appends events of one life of a profile; returns when they are durable.</summary>
    /// <param name="life">The life of the profile, from its creation to its erasure: a random number of its own.</param>
    /// <param name="lines">The events as lines of JSON in UTF-8, each ended by a line feed; not to be changed until the call returns.</param>
    /// <exception cref="IOException">The store did not answer. The events may be in the log; appended again they are read once.</exception>
    public Task AppendAsync(Guid life, ReadOnlyMemory<byte> lines)
    {
        if (lines.IsEmpty)
            return Task.CompletedTask;
        var pending = new PendingEntry(new LogEntry(life, lines));
        lock (_lock)
        {
            _waiting.Enqueue(pending);
            if (_writing.IsCompleted)
                _writing = Task.Run(WriteAllAsync);
        }

        return pending.Completion;
    }

    /// <summary>Makes a life as if it had never been: its events are read no more from when this returns, and leave the store with the next purge. May be repeated.</summary>
    /// <exception cref="IOException">The store did not answer.</exception>
    public Task EraseAsync(Guid life) => store.PutAsync(_names.Erasure(life), ReadOnlyMemory<byte>.Empty);

    /// <summary>Waits for what is being appended and lets go of the segment.</summary>
    public async ValueTask DisposeAsync()
    {
        Task writing;
        lock (_lock)
            writing = _writing;
        await writing;
        await LetGoAsync();
    }

    private async Task WriteAllAsync()
    {
        while (TakeGroup() is { Count: > 0 } group)
        {
            try
            {
                await WriteAsync(group);
                foreach (var pending in group)
                    pending.Complete();
            }
            catch (Exception error)
            {
                var failure = error as IOException ?? new IOException($"the event log could not be written: {error.Message}", error);
                foreach (var pending in group)
                    pending.Fail(failure);
            }
        }
    }

    private List<PendingEntry> TakeGroup()
    {
        lock (_lock)
        {
            var group = new List<PendingEntry>(_waiting.Count);
            for (var bytes = 0; _waiting.TryPeek(out var next) && (bytes == 0 || bytes + LogBatch.BytesOf(next.Entry) <= MaxBatchBytes);)
            {
                group.Add(_waiting.Dequeue());
                bytes += LogBatch.BytesOf(next.Entry);
            }

            if (group.Count == 0)
                _writing = Task.CompletedTask;
            return group;
        }
    }

    private async Task WriteAsync(List<PendingEntry> group)
    {
        foreach (var batch in Batches(group))
        {
            if (!await TryAppendAsync(batch))
            {
                // The segment was sealed or its end is not known any more; what is repeated in another is read once.
                await (await SegmentAsync()).AppendAsync(batch);
            }
        }
    }

    private async Task<bool> TryAppendAsync(byte[] batch)
    {
        var segment = await SegmentAsync();
        try
        {
            await segment.AppendAsync(batch);
            return true;
        }
        catch (IOException)
        {
            await LetGoAsync();
            return false;
        }
    }

    private async Task<OpenSegment> SegmentAsync()
    {
        if (_segment is { } open && (open.IsBroken || open.IsFull(_options, time)))
            await LetGoAsync();
        return _segment ??= new OpenSegment(await store.CreateAsync(_names.NewSegment(time.GetUtcNow(), packed: false)), time.GetTimestamp());
    }

    private async Task LetGoAsync()
    {
        var segment = _segment;
        _segment = null;
        if (segment is not null)
            await segment.DisposeAsync();
    }

    private static IEnumerable<byte[]> Batches(List<PendingEntry> group) =>
        group is [{ Entry.Lines.Length: > MaxBatchBytes } large]
            ? Split(large.Entry).Select(part => LogBatch.Encode([part], deflated: false))
            : [LogBatch.Encode(group.Select(pending => pending.Entry), deflated: false)];

    private static IEnumerable<LogEntry> Split(LogEntry entry)
    {
        for (var rest = entry.Lines; !rest.IsEmpty;)
        {
            var end = rest.Length <= MaxBatchBytes ? rest.Length : rest.Span[..MaxBatchBytes].LastIndexOf((byte)'\n') + 1;
            if (end == 0)
                end = rest.Span.IndexOf((byte)'\n') + 1;
            yield return entry with { Lines = rest[..end] };
            rest = rest[end..];
        }
    }
}
