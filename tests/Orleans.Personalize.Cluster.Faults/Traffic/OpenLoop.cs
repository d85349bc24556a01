using System.Collections.Concurrent;
using System.Diagnostics;

namespace Orleans.Personalize.Cluster.Faults.Traffic;

/// <summary>
/// Makes calls at the moments of two Poisson processes, whether earlier ones were answered or not, as members do; the time of a call runs from the moment
/// it was due.
/// </summary>
/// <param name="clients">Makes the calls.</param>
/// <param name="options">How many.</param>
internal sealed class OpenLoop(Clients clients, FaultOptions options)
{
    // What the load begins with.
    private const double LeastShare = 0.05;

    private readonly ConcurrentQueue<Call> _calls = new();
    private readonly ConcurrentDictionary<Task, bool> _running = new();
    private readonly long _started = Stopwatch.GetTimestamp();

    /// <summary>Seconds since the load began.</summary>
    public double Now => Stopwatch.GetElapsedTime(_started).TotalSeconds;

    /// <summary>Every call that was answered so far, without those that were due while the load rose.</summary>
    public Call[] Calls => [.. _calls.Where(call => call.Due >= options.Warm)];

    /// <summary>Puts the load on until it is cancelled, and returns when the last call was answered.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        if (options.Visit is { } visit)
            await DriveAsync(options.RequestsPerSecond / visit.Calls.Length, seed: 1, (due, random) => VisitAsync(visit, due, random), stopping);
        else
            await DriveBothAsync(stopping);
        await Task.WhenAll(_running.Keys);
    }

    private Task DriveBothAsync(CancellationToken stopping) => Task.WhenAll(
        DriveAsync(options.RequestsPerSecond, seed: 1, AskAsync, stopping),
        DriveAsync(options.EventsPerSecond / options.Batch, seed: 2, RecordAsync, stopping));

    private async Task DriveAsync(double rate, int seed, Func<double, Random, Task> call, CancellationToken stopping)
    {
        if (rate <= 0)
            return;
        var random = new Random(seed);
        for (var due = Now; ; due += -Math.Log(1 - random.NextDouble()) / (rate * ShareAt(due)))
        {
            var ahead = due - Now;
            if (ahead > 0.001)
                await Task.Delay(TimeSpan.FromSeconds(ahead), stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopping.IsCancellationRequested)
                return;
            var (at, seedOfCall) = (due, random.Next());
            var task = Task.Run(() => call(at, new Random(seedOfCall)), CancellationToken.None);
            _running[task] = true;
            _ = task.ContinueWith(done => _running.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        }
    }

    private double ShareAt(double due) => options.Warm == 0 ? 1 : Math.Clamp(due / options.Warm, LeastShare, 1);

    private async Task AskAsync(double due, Random random)
    {
        var kind = random.Next(10) switch
        {
            < 7 => CallKind.Home,
            7 => CallKind.Title,
            8 => CallKind.Similar,
            _ => CallKind.Search,
        };
        var (status, degraded) = await clients.AskAsync(kind, random);
        _calls.Enqueue(new Call(kind, due, (Now - due) * 1000, status, degraded));
    }

    private async Task VisitAsync(Visit visit, double due, Random random)
    {
        foreach (var kind in visit.Calls)
        {
            var (status, degraded) = await Visit.MakeAsync(kind, clients, options.Batch, random);
            _calls.Enqueue(new Call(kind, due, (Now - due) * 1000, status, degraded));
            due = Now;
        }
    }

    private Task RecordAsync(double due, Random random)
    {
        var begun = due;
        return clients.RecordAsync(clients.MakeEvents(options.Batch, random), status =>
        {
            _calls.Enqueue(new Call(CallKind.Events, begun, (Now - begun) * 1000, status, IsDegraded: false));
            begun = Now;
        });
    }
}
