using System.Collections.Immutable;

namespace Orleans.Personalize.EventLogs;

/// <summary>
/// Where an event log, or the models of a cluster, are kept: named objects, of which some are appended to by one writer and the others are written whole. Names are parts of ASCII letters, digits,
/// '-', '_' and '.', joined by '/'. Safe for concurrent use, also by several processes.
/// </summary>
public interface ILogStore
{
    /// <summary>The objects whose names begin with a prefix, in the order of their names.</summary>
    /// <exception cref="IOException">The store does not answer.</exception>
    Task<ImmutableArray<LogObject>> ListAsync(string prefix, CancellationToken cancellationToken = default);

    /// <summary>Makes an object that can be appended to.</summary>
    /// <param name="name">Its name, which no other has or had.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">The store does not answer, or there is such an object.</exception>
    Task<ILogAppender> CreateAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Ends appending to an object for good, where its writer is gone or can be told so: later appends fail.</summary>
    /// <param name="name">The object.</param>
    /// <param name="seal">Bytes that a reader skips; a store appends them where that is its way of ending.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether nothing is appended from now on; false where a writer still may, or where there is no such object.</returns>
    /// <exception cref="IOException">The store does not answer.</exception>
    Task<bool> TrySealAsync(string name, ReadOnlyMemory<byte> seal, CancellationToken cancellationToken = default);

    /// <summary>Reads an object from its beginning; null where there is none.</summary>
    /// <exception cref="IOException">The store does not answer.</exception>
    Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Writes an object whole, in one step; returns when it is durable.</summary>
    /// <exception cref="IOException">The store does not answer; the object may have been written or not.</exception>
    Task PutAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default);

    /// <summary>Deletes an object, where there is one.</summary>
    /// <exception cref="IOException">The store does not answer.</exception>
    Task DeleteAsync(string name, CancellationToken cancellationToken = default);
}
