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

    // An answer that is not there after a quarter of the time was probably swallowed with a silo, and is asked for once more beside.
    private const int Hedges = 3;
    private const string Ask = "ask";
    private const string CannotAnswer = "the cluster cannot answer for the moment";
    private readonly HedgeBudget _hedges = new();

    /// <summary>Asks what a member waits for; where no answer comes for a quarter of the time, once more beside, and takes the first that comes.</summary>
    /// <remarks>Dean and Barroso, 2013, The tail at scale: hedged requests.</remarks>
    /// <exception cref="UnavailableException">There was no answer before <see cref="PersonalizeClientOptions.AnswerDeadline"/>.</exception>
    public Task<T> AskAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken) => AskAsync(call, options.Value.AnswerDeadline, cancellationToken);

    /// <summary>
    /// As above; where there is no answer before <see cref="PersonalizeClientOptions.AnswerDeadline"/>, a substitute is asked for and the first of both is taken.
    /// </summary>
    /// <exception cref="UnavailableException">There was neither within twice the time.</exception>
    public async Task<T> AskAsync<T>(Func<Task<T>> call, Func<Task<T>> substitute, CancellationToken cancellationToken)
    {
        var own = AskAsync(call, options.Value.AnswerDeadline * 2, cancellationToken);
        await ((Task)own).WaitAsync(options.Value.AnswerDeadline, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (own.IsCompletedSuccessfully || (own.IsFaulted && own.Exception.InnerException is not UnavailableException))
            return await own;
        cancellationToken.ThrowIfCancellationRequested();
        var other = substitute();
        var (first, second) = await Task.WhenAny(own, other) == own ? (own, other) : (other, own);
        try
        {
            var answer = await first;
            second.Ignore();
            return answer;
        }
        catch (UnavailableException)
        {
            return await second;
        }
    }

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

    private Task<T> AskAsync<T>(Func<Task<T>> call, TimeSpan deadline, CancellationToken cancellationToken)
    {
        _hedges.Earn();
        return MeasureAsync(Ask, activity => HedgeAsync(activity, call, deadline, cancellationToken));
    }

    private static Task<T> CallAsync<T>(string kind, Func<Task<T>> call, TimeSpan deadline, TimeSpan patience, CancellationToken cancellationToken) =>
        MeasureAsync(kind, activity => TryAsync(kind, activity, call, deadline, patience, cancellationToken));

    private static async Task<T> MeasureAsync<T>(string kind, Func<Activity?, Task<T>> tries)
    {
        var (started, activity) = (Stopwatch.GetTimestamp(), ClientTelemetry.Begin(kind));
        try
        {
            var answer = await tries(activity);
            ClientTelemetry.End(activity, kind, started, error: null);
            return answer;
        }
        catch (Exception error)
        {
            ClientTelemetry.End(activity, kind, started, error);
            throw;
        }
    }

    /// <param name="activity">Holds the tries together.</param>
    /// <param name="call">The call, which changes nothing.</param>
    /// <param name="deadline">How long to wait for an answer to any of the tries.</param>
    /// <param name="cancellationToken">The caller does not wait any more.</param>
    private async Task<T> HedgeAsync<T>(Activity? activity, Func<Task<T>> call, TimeSpan deadline, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (started, pause, hedges) = (Stopwatch.GetTimestamp(), FirstPause, 0);
        var hedgeAfter = options.Value.AnswerDeadline / (Hedges + 1);
        List<Task<T>> tries = [call()];
        while (true)
        {
            var left = deadline - Stopwatch.GetElapsedTime(started);
            if (left <= TimeSpan.Zero)
                throw GiveUp(tries, new TimeoutException());
            Task any = tries.Count == 1 ? tries[0] : Task.WhenAny(tries);
            await any.WaitAsync(hedges < Hedges && hedgeAfter < left ? hedgeAfter : left, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
            if (tries.Find(one => one.IsCompleted) is not { } done)
            {
                if (hedges++ < Hedges && _hedges.TrySpend())
                    tries.Add(Again(activity, call, new TimeoutException()));
                continue;
            }

            tries.Remove(done);
            if (done.IsCompletedSuccessfully || ErrorOf(done) is not { } error || !IsOfTheMoment(error))
                return await Settle(done, tries);
            if (tries.Count > 0)
                continue;
            if (!IsWorthAnotherTry(error) || Stopwatch.GetElapsedTime(started) + pause >= deadline)
                throw GiveUp(tries, error);
            await Task.Delay(pause, cancellationToken);
            pause = pause < LongestPause ? pause * 2 : pause;
            tries.Add(Again(activity, call, error));
        }
    }

    private static Task<T> Again<T>(Activity? activity, Func<Task<T>> call, Exception error)
    {
        ClientTelemetry.Again(activity, Ask, error);
        return call();
    }

    private static Exception? ErrorOf(Task done) => done.IsCanceled ? new OperationCanceledException() : done.Exception?.InnerException;

    private static Task<T> Settle<T>(Task<T> done, List<Task<T>> others)
    {
        foreach (var other in others)
            other.Ignore();
        return done;
    }

    private static UnavailableException GiveUp<T>(List<Task<T>> tries, Exception error)
    {
        foreach (var one in tries)
            one.Ignore();
        return new UnavailableException(CannotAnswer, error);
    }

    private static bool IsWorthAnotherTry(Exception error) => error is OrleansMessageRejectionException or TimeoutException or OperationCanceledException;

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
                if (!IsWorthAnotherTry(error) || Stopwatch.GetElapsedTime(started) + pause >= deadline)
                    throw new UnavailableException(CannotAnswer, error);
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
