using Microsoft.Extensions.Options;
using Orleans.Personalize.Events;
using Orleans.Personalize.Grains.Queues;
using Orleans.Personalize.Queues;

namespace Orleans.Personalize.Client;

/// <summary><see cref="IDeadLetters"/> of one tenant on an Orleans cluster.</summary>
internal sealed class ClusterDeadLetters(
    IGrainFactory grains, ClusterCalls calls, IPersonalizer personalizer, IOptions<PersonalizeClientOptions> options, TimeProvider time) : IDeadLetters
{
    private IDeadLetterGrain Letters => grains.GetGrain<IDeadLetterGrain>(options.Value.Tenant);

    Task<DeadLetterList> IDeadLetters.ListDeadLettersAsync(int count, CancellationToken cancellationToken) => ListAsync(count, cancellationToken);

    async Task<DeadLetterReplay> IDeadLetters.ReplayDeadLettersAsync(int count, CancellationToken cancellationToken)
    {
        var letters = (await ListAsync(count, cancellationToken)).Letters;
        if (letters.IsEmpty)
            return new DeadLetterReplay(0, 0);
        var kept = letters.Where(letter => letter.Event is null).ToList();
        foreach (var profile in letters.Where(letter => letter.Event is not null).GroupBy(letter => letter.Event!.Profile))
            kept.AddRange(await RecordAsync([.. profile], cancellationToken));
        await calls.OperateAsync(() => Letters.ReplaceAsync(letters[^1].Number, [.. kept]), cancellationToken);
        return new DeadLetterReplay(letters.Length - kept.Count, kept.Count);
    }

    Task<long> IDeadLetters.RemoveDeadLettersAsync(long through, CancellationToken cancellationToken) =>
        calls.OperateAsync(() => Letters.RemoveAsync(through), cancellationToken);

    /// <summary>Records the events of one profile.</summary>
    /// <returns>Those that were refused again.</returns>
    private async Task<IEnumerable<DeadLetter>> RecordAsync(DeadLetter[] letters, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        try
        {
            var receipts = await personalizer.RecordAsync([.. letters.Select(letter => letter.Event!)], cancellationToken);
            return letters.Zip(receipts)
                .Where(pair => pair.Second.Outcome == EventOutcome.Rejected)
                .Select(pair => pair.First with { At = now, Reason = $"{pair.Second.Field} {pair.Second.Reason}" });
        }
        catch (UnavailableException error)
        {
            return letters.Select(letter => letter with { At = now, Reason = error.Message });
        }
    }

    private Task<DeadLetterList> ListAsync(int count, CancellationToken cancellationToken) =>
        count is >= 1 and <= IDeadLetters.MaxCount
            ? calls.OperateAsync(() => Letters.ListAsync(count), cancellationToken)
            : throw new InvalidRequestException("count", $"must be 1 to {IDeadLetters.MaxCount}");
}
