namespace Orleans.Personalize.Embedded.Writing;

/// <summary>One call that writes and has an answer.</summary>
/// <typeparam name="TAnswer">The answer.</typeparam>
internal abstract class AnsweredWrite<TAnswer> : WriteRequest
{
    private readonly TaskCompletionSource<TAnswer> _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TAnswer? _answer;

    /// <summary>Completes once the group is committed or failed.</summary>
    public Task<TAnswer> Answer => _answered.Task;

    public sealed override void Execute(WriteGroup group) => _answer = Work(group);

    public sealed override void Complete() => _answered.SetResult(_answer!);

    public sealed override void Fail(Exception reason) => _answered.SetException(reason);

    protected abstract TAnswer Work(WriteGroup group);
}
