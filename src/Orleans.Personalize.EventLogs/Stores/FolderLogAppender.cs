namespace Orleans.Personalize.EventLogs;

/// <summary>Appends to a file and flushes it each time.</summary>
internal sealed class FolderLogAppender(FileStream file) : ILogAppender
{
    public Task AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default) => Task.Run(
        () =>
        {
            file.Write(bytes.Span);
            file.Flush(flushToDisk: true);
        },
        cancellationToken);

    public ValueTask DisposeAsync() => file.DisposeAsync();
}
