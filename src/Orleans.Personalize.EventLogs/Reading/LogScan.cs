using System.Runtime.CompilerServices;
using Orleans.Personalize.EventLogs.Format;

namespace Orleans.Personalize.EventLogs;

/// <summary>Reads the entries of a log that count: those of lives that were not erased.</summary>
/// <param name="store">Where the log is.</param>
/// <param name="names">How its objects are named.</param>
internal sealed class LogScan(ILogStore store, LogNames names)
{
    /// <summary>The lives that are marked as erased.</summary>
    public async Task<HashSet<Guid>> ErasedAsync(CancellationToken cancellationToken) =>
        [.. (await store.ListAsync(names.Erasures, cancellationToken)).Select(mark => names.LifeOf(mark.Name)).OfType<Guid>()];

    /// <summary>
    /// The batches of every segment, in the order of the segments' names. Where a segment was taken into another meanwhile, that other one is read too, so that
    /// everything that was in the log at the beginning comes once or more.
    /// </summary>
    /// <exception cref="InvalidDataException">A segment is damaged.</exception>
    public async IAsyncEnumerable<List<LogEntry>> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // First, because a mark is taken away only after the events it is about.
        var erased = await ErasedAsync(cancellationToken);
        var done = new HashSet<string>(StringComparer.Ordinal);
        for (var complete = false; !complete;)
        {
            complete = true;
            foreach (var segment in await store.ListAsync(names.Segments, cancellationToken))
            {
                if (!done.Add(segment.Name))
                    continue;
                if (await store.OpenAsync(segment.Name, cancellationToken) is not { } content)
                {
                    complete = false;
                    continue;
                }

                await using (content)
                {
                    await foreach (var entries in LogBatch.ReadAsync(segment.Name, content, cancellationToken))
                    {
                        entries.RemoveAll(entry => erased.Contains(entry.Life));
                        yield return entries;
                    }
                }
            }
        }
    }
}
