namespace Orleans.Personalize.Queues;

/// <summary>What operators do with events that came through the queue and could not be recorded: look why, try them again, take them away.</summary>
/// <remarks>They are kept until they are taken away, also those of profiles that were erased since.</remarks>
public interface IDeadLetters
{
    /// <summary>The most that one call lists or tries again.</summary>
    const int MaxCount = 1000;

    /// <summary>The oldest.</summary>
    /// <param name="count">How many at most, 1 to <see cref="MaxCount"/>.</param>
    /// <param name="cancellationToken">The caller does not wait any more.</param>
    /// <exception cref="InvalidRequestException">The count is none that is allowed.</exception>
    Task<DeadLetterList> ListDeadLettersAsync(int count = 100, CancellationToken cancellationToken = default);

    /// <summary>Records the events of the oldest once more; those that are refused again are kept again, behind the others.</summary>
    /// <param name="count">How many at most, 1 to <see cref="MaxCount"/>.</param>
    /// <param name="cancellationToken">The caller does not wait any more.</param>
    /// <exception cref="InvalidRequestException">The count is none that is allowed.</exception>
    Task<DeadLetterReplay> ReplayDeadLettersAsync(int count = 100, CancellationToken cancellationToken = default);

    /// <summary>Takes away those up to a number.</summary>
    /// <param name="through">The number of the last to go.</param>
    /// <param name="cancellationToken">The caller does not wait any more.</param>
    /// <returns>How many were taken away.</returns>
    Task<long> RemoveDeadLettersAsync(long through, CancellationToken cancellationToken = default);
}
