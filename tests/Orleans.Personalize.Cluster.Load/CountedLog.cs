using System.Collections.Immutable;
using Orleans.Personalize.EventLogs;

namespace Orleans.Personalize.Cluster.Load;

/// <summary>A log in a folder that counts what is appended.</summary>
internal sealed class CountedLog(string folder) : ILogStore
{
    private readonly FolderLogStore _store = new(folder);
    private long _appends;

    /// <summary>Appends, each of which is one flush of the disk.</summary>
    public long Appends => Interlocked.Read(ref _appends);

    public Task<ImmutableArray<LogObject>> ListAsync(string prefix, CancellationToken cancellationToken = default) => _store.ListAsync(prefix, cancellationToken);

    public async Task<ILogAppender> CreateAsync(string name, CancellationToken cancellationToken = default) =>
        new Appender(this, await _store.CreateAsync(name, cancellationToken));

    public Task<bool> TrySealAsync(string name, ReadOnlyMemory<byte> seal, CancellationToken cancellationToken = default) => _store.TrySealAsync(name, seal, cancellationToken);

    public Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken = default) => _store.OpenAsync(name, cancellationToken);

    public Task PutAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) => _store.PutAsync(name, content, cancellationToken);

    public Task DeleteAsync(string name, CancellationToken cancellationToken = default) => _store.DeleteAsync(name, cancellationToken);

    private sealed class Appender(CountedLog log, ILogAppender appender) : ILogAppender
    {
        public Task AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref log._appends);
            return appender.AppendAsync(bytes, cancellationToken);
        }

        public ValueTask DisposeAsync() => appender.DisposeAsync();
    }
}
