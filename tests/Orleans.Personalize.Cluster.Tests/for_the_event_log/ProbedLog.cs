using System.Collections.Immutable;
using Orleans.Personalize.EventLogs;

namespace Orleans.Personalize.Cluster.Tests.for_the_event_log;

/// <summary>A log in a folder that fails where a fact asks for it.</summary>
internal sealed class ProbedLog(string folder) : ILogStore
{
    private readonly FolderLogStore _store = new(folder);

    /// <summary>Whether appends fail, with nothing appended.</summary>
    public bool FailsBefore { get; set; }

    /// <summary>Whether appends seem to fail.</summary>
    public bool FailsAfter { get; set; }

    public Task<ImmutableArray<LogObject>> ListAsync(string prefix, CancellationToken cancellationToken = default) => _store.ListAsync(prefix, cancellationToken);

    public async Task<ILogAppender> CreateAsync(string name, CancellationToken cancellationToken = default) =>
        new Appender(this, await _store.CreateAsync(name, cancellationToken));

    public Task<bool> TrySealAsync(string name, ReadOnlyMemory<byte> seal, CancellationToken cancellationToken = default) => _store.TrySealAsync(name, seal, cancellationToken);

    public Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken = default) => _store.OpenAsync(name, cancellationToken);

    public Task PutAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) =>
        FailsBefore ? throw new IOException("the disk is full") : _store.PutAsync(name, content, cancellationToken);

    public Task DeleteAsync(string name, CancellationToken cancellationToken = default) => _store.DeleteAsync(name, cancellationToken);

    private sealed class Appender(ProbedLog log, ILogAppender appender) : ILogAppender
    {
        public async Task AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
        {
            if (log.FailsBefore)
                throw new IOException("the disk is full");
            await appender.AppendAsync(bytes, cancellationToken);
            if (log.FailsAfter)
                throw new IOException("the answer of the disk was lost");
        }

        public ValueTask DisposeAsync() => appender.DisposeAsync();
    }
}
