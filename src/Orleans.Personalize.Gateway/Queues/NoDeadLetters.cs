using Orleans.Personalize.Queues;

namespace Orleans.Personalize.Gateway.Queues;

/// <summary>For a host without a queue of events: there are no dead letters.</summary>
internal sealed class NoDeadLetters : IDeadLetters
{
    public Task<DeadLetterList> ListDeadLettersAsync(int count = 100, CancellationToken cancellationToken = default) =>
        Task.FromResult(new DeadLetterList { Letters = [], Count = 0 });

    public Task<DeadLetterReplay> ReplayDeadLettersAsync(int count = 100, CancellationToken cancellationToken = default) =>
        Task.FromResult(new DeadLetterReplay(0, 0));

    public Task<long> RemoveDeadLettersAsync(long through, CancellationToken cancellationToken = default) => Task.FromResult(0L);
}
