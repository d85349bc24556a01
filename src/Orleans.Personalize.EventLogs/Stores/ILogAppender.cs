namespace Orleans.Personalize.EventLogs;

/// <summary>Appends to one object; one call at a time. Disposing it lets go of the object, which stays.</summary>
public interface ILogAppender : IAsyncDisposable
{
    /// <summary>Appends bytes; returns when they are durable.</summary>
    /// <exception cref="IOException">
    /// They may have been appended whole, in part or not at all, or the object was sealed. Nothing is to be appended after that.
    /// </exception>
    Task AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default);
}
