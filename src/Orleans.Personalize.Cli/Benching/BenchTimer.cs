using System.Diagnostics;
using Orleans.Personalize.Training.Evaluation.Metrics;

namespace Orleans.Personalize.Cli.Benching;

/// <summary>Runs one thing again and again on this thread, until it is warm and then until its times are known.</summary>
/// <param name="seconds">About how long to measure, after half of that for warming up; longer where a run takes so long that it would be few.</param>
internal sealed class BenchTimer(double seconds)
{
    private const int FewestWarmUps = 100;
    private const int FewestRuns = 200;
    private const int MostRuns = 20_000;

    // Enough of what takes so long that a hundred runs would take minutes.
    private const int FewestSlowRuns = 5;
    private const double Patience = 20;

    /// <summary>Measures.</summary>
    /// <param name="name">What is done.</param>
    /// <param name="run">Does it once; told the number of the run.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <param name="prepare">What goes before each run and is not measured; told the number of the run.</param>
    public BenchFigures Measure(string name, Action<int> run, CancellationToken cancellationToken, Action<int>? prepare = null)
    {
        var warming = Stopwatch.StartNew();
        var warmUps = 0;
        while (IsWanted(warmUps, FewestWarmUps, warming.Elapsed.TotalSeconds, seconds / 2))
        {
            cancellationToken.ThrowIfCancellationRequested();
            prepare?.Invoke(warmUps);
            run(warmUps++);
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        var microseconds = new List<double>(MostRuns);
        var processor = new List<double>(MostRuns);
        var allocated = 0L;
        var measuring = Stopwatch.StartNew();
        while (IsWanted(microseconds.Count, FewestRuns, measuring.Elapsed.TotalSeconds, seconds))
        {
            cancellationToken.ThrowIfCancellationRequested();
            prepare?.Invoke(warmUps + microseconds.Count);
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var before = ThreadClock.IsSupported ? ThreadClock.Microseconds : 0;
            var started = Stopwatch.GetTimestamp();
            run(warmUps + microseconds.Count);
            var elapsed = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
            processor.Add(ThreadClock.IsSupported ? ThreadClock.Microseconds - before : 0);
            allocated += GC.GetAllocatedBytesForCurrentThread() - bytes;
            microseconds.Add(elapsed);
        }

        double[] sorted = [.. microseconds.Order()];
        var median = Quantile.Of(sorted, 0.5);
        return new BenchFigures(
            name,
            sorted.Length,
            Math.Round(median.Value, 1),
            Math.Round(Quantile.Of(sorted, 0.99).Value, 1),
            ThreadClock.IsSupported ? Math.Round(Quantile.Of([.. processor.Order()], 0.5).Value, 1) : null,
            allocated / sorted.Length,
            [Math.Round(median.Low, 1), Math.Round(median.High, 1)]);
    }

    private static bool IsWanted(int runs, int fewest, double elapsed, double seconds) =>
        runs < FewestSlowRuns
        || (runs < fewest && elapsed < Math.Max(Patience, seconds))
        || (runs < MostRuns && elapsed < seconds);
}
