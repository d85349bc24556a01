using System.Diagnostics;

namespace Orleans.Personalize.Grains.Storage;

/// <summary>A change that waits for its write.</summary>
/// <typeparam name="TState">The state that is changed.</typeparam>
internal interface IPendingChange<TState>
{
    /// <summary>The span of the caller, where it is traced.</summary>
    ActivityContext Caller { get; }

    /// <summary>Makes the change on top of those before it; an error of its own leaves them untouched.</summary>
    TState Apply(TState state);

    /// <summary>Answers the caller: the change is durable.</summary>
    void Complete();

    /// <summary>Answers the caller: nothing was changed.</summary>
    void Fail(Exception error);
}
