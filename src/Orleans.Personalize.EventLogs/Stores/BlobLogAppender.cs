namespace Orleans.Personalize.EventLogs;

/// <summary>Appends to a blob that nobody else appends to.</summary>
internal sealed class BlobLogAppender(BlobLogStore store, string name) : ILogAppender
{
    private long _position;

    public async Task AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
    {
        await store.AppendAsync(name, bytes, _position, cancellationToken);
        _position += bytes.Length;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
