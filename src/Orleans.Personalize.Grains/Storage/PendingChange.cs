using System.Diagnostics;
using Orleans.Personalize.Grains.Telemetry;

namespace Orleans.Personalize.Grains.Storage;

/// <summary>A change with a result that waits for its write.</summary>
/// <typeparam name="TState">The state that is changed.</typeparam>
/// <typeparam name="TResult">What the caller gets.</typeparam>
/// <param name="change">Makes a new state and the result.</param>
internal sealed class PendingChange<TState, TResult>(Func<TState, (TState State, TResult Result)> change) : IPendingChange<TState>
{
    private readonly TaskCompletionSource<TResult> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TResult? _result;
    private Exception? _error;

    /// <summary>Ends with the result once the change is durable.</summary>
    public Task<TResult> Completion => _completion.Task;

    /// <inheritdoc/>
    public ActivityContext Caller { get; } = GrainTelemetry.Caller;

    /// <inheritdoc/>
    public TState Apply(TState state)
    {
        try
        {
            (state, _result) = change(state);
        }
        catch (Exception error)
        {
            _error = error;
        }

        return state;
    }

    /// <inheritdoc/>
    public void Complete()
    {
        if (_error is null)
            _completion.SetResult(_result!);
        else
            _completion.SetException(_error);
    }

    /// <inheritdoc/>
    public void Fail(Exception error) => _completion.SetException(_error ?? error);
}
