using System.Collections.Immutable;

namespace Orleans.Personalize.EventLogs.Tests;

/// <summary>A store that loses power where a fact says so: the step at which that happens is not done, done, or half done, and no later one is until the power is back.</summary>
internal sealed class MemoryLogStore(TimeProvider time) : ILogStore
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, (byte[] Content, DateTimeOffset Modified)> _objects = new(StringComparer.Ordinal);
    private readonly HashSet<string> _held = [];
    private int _steps;
    private bool _hasPower = true;

    /// <summary>The step that is cut: none where negative.</summary>
    public int CutAt { get; set; } = -1;

    /// <summary>What becomes of the step that is cut.</summary>
    public Cut Cut { get; set; }

    /// <summary>Awaited before each step, with its number.</summary>
    public Func<int, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Steps that changed something, or would have.</summary>
    public int Steps => _steps;

    public IEnumerable<string> Names
    {
        get
        {
            lock (_lock)
                return [.. _objects.Keys];
        }
    }

    public byte[] this[string name]
    {
        get => _objects[name].Content;
        set => _objects[name] = (value, time.GetUtcNow());
    }

    /// <summary>Every process has ended, and the power is back.</summary>
    public void Restart()
    {
        lock (_lock)
        {
            _held.Clear();
            _hasPower = true;
        }
    }

    public Task<ImmutableArray<LogObject>> ListAsync(string prefix, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            RequirePower();
            return Task.FromResult<ImmutableArray<LogObject>>([
                .. _objects.Where(o => o.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(o => new LogObject(o.Key, o.Value.Content.Length, o.Value.Modified))]);
        }
    }

    public async Task<ILogAppender> CreateAsync(string name, CancellationToken cancellationToken = default)
    {
        await StepAsync(_ =>
        {
            _objects.Add(name, ([], time.GetUtcNow()));
            _held.Add(name);
        });
        return new Appender(this, name);
    }

    public Task<bool> TrySealAsync(string name, ReadOnlyMemory<byte> seal, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            RequirePower();
            return Task.FromResult(_objects.ContainsKey(name) && !_held.Contains(name));
        }
    }

    public Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            RequirePower();
            return Task.FromResult<Stream?>(_objects.TryGetValue(name, out var found) ? new MemoryStream(found.Content) : null);
        }
    }

    // Whole or not at all.
    public Task PutAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) =>
        StepAsync(_ => _objects[name] = (content.ToArray(), time.GetUtcNow()), whole: true);

    public Task DeleteAsync(string name, CancellationToken cancellationToken = default) => StepAsync(_ => _objects.Remove(name), whole: true);

    private async Task StepAsync(Action<double> step, bool whole = false)
    {
        var number = Interlocked.Increment(ref _steps) - 1;
        await Before(number);
        lock (_lock)
        {
            RequirePower();
            if (number != CutAt)
            {
                step(1);
                return;
            }

            _hasPower = false;
            if (Cut == Cut.After)
                step(1);
            else if (Cut == Cut.Within && !whole)
                step(0.5);
            throw new IOException("the power is gone");
        }
    }

    private void RequirePower()
    {
        if (!_hasPower)
            throw new IOException("there is no power");
    }

    private sealed class Appender(MemoryLogStore store, string name) : ILogAppender
    {
        public Task AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default) => store.StepAsync(share =>
        {
            if (!store._objects.TryGetValue(name, out var before))
                throw new IOException("it was deleted while somebody appended to it");
            store._objects[name] = ([.. before.Content, .. bytes.Span[..(int)(bytes.Length * share)]], store._objects[name].Modified);
        });

        public ValueTask DisposeAsync()
        {
            lock (store._lock)
                store._held.Remove(name);
            return ValueTask.CompletedTask;
        }
    }
}
