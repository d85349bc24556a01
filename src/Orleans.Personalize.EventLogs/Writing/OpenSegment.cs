namespace Orleans.Personalize.EventLogs;

/// <summary>The segment that a writer appends to.</summary>
/// <param name="appender">Appends.</param>
/// <param name="begun">Time stamp of its beginning.</param>
internal sealed class OpenSegment(ILogAppender appender, long begun) : IAsyncDisposable
{
    private long _bytes;
    private int _appends;

    /// <summary>Whether an append failed, so that its end is not known.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Whether the next append belongs to another segment.</summary>
    public bool IsFull(EventLogOptions options, TimeProvider time) =>
        _bytes >= options.MaxSegmentBytes || _appends >= options.MaxSegmentAppends || time.GetElapsedTime(begun) >= options.MaxSegmentAge;

    /// <summary>Appends a batch; returns when it is durable.</summary>
    public async Task AppendAsync(byte[] batch)
    {
        IsBroken = true;
        await appender.AppendAsync(batch);
        IsBroken = false;
        _bytes += batch.Length;
        _appends++;
    }

    public ValueTask DisposeAsync() => appender.DisposeAsync();
}
