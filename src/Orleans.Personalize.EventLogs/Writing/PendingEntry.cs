using Orleans.Personalize.EventLogs.Format;

namespace Orleans.Personalize.EventLogs;

/// <summary>An entry that waits for its append.</summary>
/// <param name="entry">The entry.</param>
internal sealed class PendingEntry(LogEntry entry)
{
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The entry.</summary>
    public LogEntry Entry => entry;

    /// <summary>Ends when the entry is durable.</summary>
    public Task Completion => _completion.Task;

    /// <summary>Says that it is.</summary>
    public void Complete() => _completion.SetResult();

    /// <summary>Says that it may not be.</summary>
    public void Fail(IOException error) => _completion.SetException(new IOException(error.Message, error));
}
