using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace Orleans.Personalize.Client;

/// <summary>
/// Calls into the cluster, each with a deadline. Every call made through here may be made twice with the effect of once, so one that a silo's end cut
/// off is made again, after pauses that grow, until the deadline.
/// </summary>
internal sealed class ClusterCalls(IOptions<PersonalizeClientOptions> options)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(640);

    /// <summary>Asks what a member waits for.</summary>
    /// <exception cref="UnavailableException">There was no answer before <see cref="PersonalizeClientOptions.AnswerDeadline"/>.</exception>
    public Task<T> AskAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken) =>
        CallAsync("ask", call, options.Value.AnswerDeadline, options.Value.AnswerDeadline, cancellationToken);

    /// <summary>Changes something.</summary>
    /// <exception cref="UnavailableException">
    /// It was not acknowledged before <see cref="PersonalizeClientOptions.ChangeDeadline"/>; whether it was made is not known.
    /// </exception>
    public Task<T> ChangeAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken) =>
        CallAsync("change", call, options.Value.ChangeDeadline, options.Value.ChangeDeadline / 3, cancellationToken);

    /// <summary>Changes something.</summary>
    /// <exception cref="UnavailableException">As above.</exception>
    public Task ChangeAsync(Func<Task> call, CancellationToken cancellationToken) => ChangeAsync(() => WithResultAsync(call), cancellationToken);

    /// <summary>Makes a call that may take as long as the cluster's own time limit, such as an import or an export.</summary>
    /// <exception cref="UnavailableException">The cluster cannot do this for the moment.</exception>
    public Task<T> OperateAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken) =>
        CallAsync("operate", call, options.Value.ChangeDeadline, Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Makes a call that may take as long as the cluster's own time limit.</summary>
    /// <exception cref="UnavailableException">The cluster cannot do this for the moment.</exception>
    public Task OperateAsync(Func<Task> call, CancellationToken cancellationToken) => OperateAsync(() => WithResultAsync(call), cancellationToken);

    /// <summary>Whether an error says that the cluster cannot answer for the moment.</summary>
    /// <remarks>An activation that waits too long for its storage is cancelled, and its callers are told just that.</remarks>
    public static bool IsOfTheMoment(Exception error) => error is OrleansException or TimeoutException or OperationCanceledException;

    private static async Task<T> CallAsync<T>(string kind, Func<Task<T>> call, TimeSpan deadline, TimeSpan patience, CancellationToken cancellationToken)
    {
        var (started, activity) = (Stopwatch.GetTimestamp(), ClientTelemetry.Begin(kind));
        try
        {
            var answer = await TryAsync(kind, activity, call, deadline, patience, cancellationToken);
            ClientTelemetry.End(activity, kind, started, error: null);
            return answer;
        }
        catch (Exception error)
        {
            ClientTelemetry.End(activity, kind, started, error);
            throw;
        }
    }

    /// <param name="kind">What is told of the call.</param>
    /// <param name="activity">Holds the tries together.</param>
    /// <param name="call">The call.</param>
    /// <param name="deadline">From when on it is not made again.</param>
    /// <param name="patience">How long one try is waited for: an answer that a silo's end swallowed never comes.</param>
    /// <param name="cancellationToken">The caller does not wait any more.</param>
    private static async Task<T> TryAsync<T>(
        string kind, Activity? activity, Func<Task<T>> call, TimeSpan deadline, TimeSpan patience, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var started = Stopwatch.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause < LongestPause ? pause * 2 : pause)
        {
            try
            {
                return await call().WaitAsync(patience, cancellationToken);
            }
            catch (Exception error) when (IsOfTheMoment(error) && !cancellationToken.IsCancellationRequested)
            {
                if (error is not (OrleansMessageRejectionException or TimeoutException or OperationCanceledException) || Stopwatch.GetElapsedTime(started) + pause >= deadline)
                    throw new UnavailableException("the cluster cannot answer for the moment", error);
                ClientTelemetry.Again(activity, kind, error);
            }

            await Task.Delay(pause, cancellationToken);
        }
    }

    private static async Task<bool> WithResultAsync(Func<Task> call)
    {
        await call();
        return true;
    }
}
