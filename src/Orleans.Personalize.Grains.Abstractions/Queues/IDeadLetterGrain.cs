using System.Collections.Immutable;
using Orleans.CodeGeneration;
using Orleans.Concurrency;
using Orleans.Personalize.Queues;

namespace Orleans.Personalize.Grains.Queues;

/// <summary>Keeps what came through a tenant's queue of events and could not be recorded. The key is the tenant.</summary>
/// <remarks>All calls interleave; concurrent changes share one write, and each returns after it.</remarks>
[Version(1), Alias("op.IDeadLetterGrain")]
public interface IDeadLetterGrain : IGrainWithStringKey
{
    /// <summary>Keeps letters; their numbers are given here.</summary>
    [AlwaysInterleave, Alias("Add")]
    Task AddAsync([Immutable] ImmutableArray<DeadLetter> letters);

    /// <summary>The oldest.</summary>
    /// <param name="count">How many at most.</param>
    [AlwaysInterleave, ReadOnly, Alias("List")]
    Task<DeadLetterList> ListAsync(int count);

    /// <summary>Takes away those up to a number.</summary>
    /// <returns>How many were taken away.</returns>
    [AlwaysInterleave, Alias("Remove")]
    Task<long> RemoveAsync(long through);

    /// <summary>Takes away those up to a number, and keeps others behind the rest, in one change.</summary>
    [AlwaysInterleave, Alias("Replace")]
    Task ReplaceAsync(long through, [Immutable] ImmutableArray<DeadLetter> letters);

    /// <summary>Takes away those with events of a profile; the others keep their order, and get new numbers where there were any.</summary>
    [AlwaysInterleave, Alias("Forget")]
    Task ForgetAsync(ProfileId profile);
}
