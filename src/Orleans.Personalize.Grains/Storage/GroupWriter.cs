using Orleans.Personalize.Grains.Telemetry;

namespace Orleans.Personalize.Grains.Storage;

/// <summary>
/// Puts the changes of concurrent calls to one grain in a queue and writes them in groups, one write at a time: while a write is under way
/// the next group gathers. Runs in the turns of its grain and is not safe outside of them.
/// </summary>
/// <typeparam name="TState">The grain's state: immutable, a change makes a new one.</typeparam>
/// <param name="initial">What the storage holds now.</param>
/// <param name="write">Writes a state and returns it as it is held from then on.</param>
/// <param name="reread">Reads what the storage holds; called after a write whose outcome is not known.</param>
/// <param name="begin">Reads what only changes need to know; called before the first of them. Where it fails, so does the change, and it is called again.</param>
internal sealed class GroupWriter<TState>(TState initial, Func<TState, Task<TState>> write, Func<Task<TState>> reread, Func<TState, Task>? begin = null)
    where TState : class
{
    private Func<TState, Task>? _begin = begin;
    private readonly List<IPendingChange<TState>> _waiting = [];
    private bool _writing;
    private bool _uncertain;

    /// <summary>What is durable: all that answers may be made from.</summary>
    public TState Acknowledged { get; private set; } = initial;

    /// <summary>Changes the state; returns when the change is durable, or at once where it was none.</summary>
    /// <param name="change">Makes a new state and a result from a state; returns the same state where nothing is to change.</param>
    /// <exception cref="UnavailableException">The group could not be written; nothing of it was applied.</exception>
    public Task<TResult> ChangeAsync<TResult>(Func<TState, (TState State, TResult Result)> change)
    {
        var pending = new PendingChange<TState, TResult>(change);
        _waiting.Add(pending);
        if (!_writing)
            _ = WriteAllAsync();
        return pending.Completion;
    }

    private async Task WriteAllAsync()
    {
        _writing = true;
        while (_waiting.Count > 0)
        {
            IPendingChange<TState>[] group = [.. _waiting];
            _waiting.Clear();
            try
            {
                await WriteGroupAsync(group);
            }
            catch (Exception error)
            {
                _uncertain = true;
                var unavailable = new UnavailableException("the storage could not be written", error);
                foreach (var change in group)
                    change.Fail(unavailable);
            }
        }

        _writing = false;
    }

    private async Task WriteGroupAsync(IPendingChange<TState>[] group)
    {
        if (_uncertain)
        {
            Acknowledged = await reread();
            _uncertain = false;
        }

        if (_begin is not null)
        {
            await _begin(Acknowledged);
            _begin = null;
        }

        var state = Acknowledged;
        foreach (var change in group)
            state = change.Apply(state);
        if (!ReferenceEquals(state, Acknowledged))
            Acknowledged = await WriteAsync(state, group);
        foreach (var change in group)
            change.Complete();
    }

    private async Task<TState> WriteAsync(TState state, IPendingChange<TState>[] group)
    {
        using var activity = GrainTelemetry.BeginWrite(group.Length, group.Select(change => change.Caller));
        return await write(state);
    }
}
