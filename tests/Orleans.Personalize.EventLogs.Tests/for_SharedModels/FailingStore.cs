using System.Collections.Immutable;

namespace Orleans.Personalize.EventLogs.Tests.for_SharedModels;

/// <summary>A store that notes what is opened, and does not answer where it is told so.</summary>
internal sealed class FailingStore(ILogStore store) : ILogStore
{
    public Func<string, bool> Fails { get; set; } = _ => false;

    public List<string> Opened { get; } = [];

    public Task<ImmutableArray<LogObject>> ListAsync(string prefix, CancellationToken cancellationToken = default) => store.ListAsync(prefix, cancellationToken);

    public Task<ILogAppender> CreateAsync(string name, CancellationToken cancellationToken = default) => store.CreateAsync(name, cancellationToken);

    public Task<bool> TrySealAsync(string name, ReadOnlyMemory<byte> seal, CancellationToken cancellationToken = default) => store.TrySealAsync(name, seal, cancellationToken);

    public Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken = default)
    {
        Opened.Add(name);
        return Fails(name) ? throw new IOException($"no answer for {name}") : store.OpenAsync(name, cancellationToken);
    }

    public Task PutAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) =>
        Fails(name) ? throw new IOException($"no answer for {name}") : store.PutAsync(name, content, cancellationToken);

    public Task DeleteAsync(string name, CancellationToken cancellationToken = default) => store.DeleteAsync(name, cancellationToken);
}
