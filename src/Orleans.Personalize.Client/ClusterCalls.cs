namespace Orleans.Personalize.Client;

/// <summary>
/// Calls into the cluster. Every call of the product may be made twice with the effect of once, so one that a silo's end cut off is made
/// once more.
/// </summary>
internal static class ClusterCalls
{
    /// <summary>Makes a call that answers.</summary>
    /// <exception cref="UnavailableException">The cluster cannot do this for the moment.</exception>
    public static async Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            try
            {
                return await call().WaitAsync(cancellationToken);
            }
            catch (OrleansMessageRejectionException)
            {
                return await call().WaitAsync(cancellationToken);
            }
        }
        catch (Exception error) when (IsOfTheMoment(error))
        {
            throw new UnavailableException("the cluster cannot answer for the moment", error);
        }
    }

    /// <summary>Makes a call without an answer.</summary>
    /// <exception cref="UnavailableException">The cluster cannot do this for the moment.</exception>
    public static Task CallAsync(Func<Task> call, CancellationToken cancellationToken) =>
        CallAsync(
            async () =>
            {
                await call();
                return true;
            },
            cancellationToken);

    private static bool IsOfTheMoment(Exception error) =>
        error is OrleansException or TimeoutException;
}
