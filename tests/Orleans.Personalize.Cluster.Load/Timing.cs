using System.Diagnostics;
using System.Globalization;

namespace Orleans.Personalize.Cluster.Load;

/// <summary>Takes the time of two kinds of call in turn, so that whatever else the machine does hits both.</summary>
internal static class Timing
{
    /// <summary>Prints median and 99th percentile of both kinds, and the difference of the medians.</summary>
    public static async Task CompareAsync(int calls, (string Name, Func<int, Task> Call) first, (string Name, Func<int, Task> Call) second)
    {
        var (ofFirst, ofSecond) = (new double[calls], new double[calls]);
        for (var i = 0; i < calls; i++)
        {
            ofFirst[i] = await TakeAsync(i, first.Call);
            ofSecond[i] = await TakeAsync(i, second.Call);
        }

        var (one, other) = (Report(first.Name, ofFirst), Report(second.Name, ofSecond));
        var share = one > 0.01 ? string.Create(CultureInfo.InvariantCulture, $", {(other / one) - 1:P1}") : string.Empty;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{string.Empty,-40} difference {other - one:0.000} ms{share}"));
    }

    private static async Task<double> TakeAsync(int i, Func<int, Task> call)
    {
        var started = Stopwatch.GetTimestamp();
        await call(i);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static double Report(string name, double[] milliseconds)
    {
        Array.Sort(milliseconds);
        var (median, p99) = (milliseconds[milliseconds.Length / 2], milliseconds[milliseconds.Length * 99 / 100]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-40} median {median,7:0.000} ms   p99 {p99,7:0.000} ms"));
        return median;
    }
}
