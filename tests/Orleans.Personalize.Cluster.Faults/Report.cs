using System.Globalization;
using Orleans.Personalize.Cluster.Faults.Faults;
using Orleans.Personalize.Cluster.Faults.Traffic;

namespace Orleans.Personalize.Cluster.Faults;

/// <summary>Says what callers noticed.</summary>
internal static class Report
{
    /// <summary>Prints what happened to the calls of each kind, and how long each fault was felt.</summary>
    /// <param name="calls">All calls.</param>
    /// <param name="faults">What was broken, in order.</param>
    public static void Print(Call[] calls, IReadOnlyList<Fault> faults)
    {
        Say($"{"",-9}{"calls",8}{"failed",8}{"share",9}{"degraded",10}{"p50",10}{"p99",10}{"max",10}");
        foreach (var kind in calls.GroupBy(call => call.Kind == CallKind.Events).OrderBy(group => group.Key))
            Line(kind.Key ? "events" : "requests", [.. kind]);
        foreach (var status in calls.Where(call => !call.IsGood).GroupBy(call => (call.Kind, call.Status)).OrderBy(group => group.Key))
            Say($"  failed {status.Key.Kind} with {(status.Key.Status == 0 ? "no answer" : status.Key.Status)}: {status.Count()}");

        var recoveries = new List<double>();
        for (var i = 0; i < faults.Count; i++)
        {
            var until = i + 1 < faults.Count ? faults[i + 1].From : double.MaxValue;
            Call[] felt = [.. calls.Where(call => !call.IsGood && call.Due >= faults[i].From - 1 && call.Due < until)];
            Call[] slow = [.. calls.Where(call => call.IsGood && call.Milliseconds > 1000 && call.Due >= faults[i].From - 1 && call.Due < until)];
            var recovery = felt.Length == 0 ? 0 : Math.Max(0, felt.Max(call => call.Due) - faults[i].From);
            var smooth = slow.Length == 0 ? recovery : Math.Max(recovery, slow.Max(call => call.Due) - faults[i].From);
            recoveries.Add(recovery);
            Say($"  {faults[i].Name,-30} lasted {faults[i].To - faults[i].From,5:0.0} s, {felt.Length,5} failed calls, the last due {recovery,5:0.0} s after it began, the last one slower than 1 s {smooth,5:0.0} s after");
        }

        recoveries.Sort();
        Say($"recovery: median {recoveries[recoveries.Count / 2]:0.0} s, longest {recoveries[^1]:0.0} s");
    }

    /// <summary>Prints each kind of call by itself.</summary>
    /// <param name="calls">All calls.</param>
    /// <param name="p99">What the 99th percentile of each kind may be, in milliseconds; null for anything.</param>
    /// <param name="failed">How many in a hundred may fail; null for any.</param>
    /// <returns>Whether every kind is within both.</returns>
    public static bool IsWithin(Call[] calls, double? p99, double? failed)
    {
        var within = true;
        foreach (var kind in calls.GroupBy(call => call.Kind).OrderBy(group => group.Key))
        {
            Line(kind.Key.ToString(), [.. kind]);
            double[] times = [.. kind.Where(call => call.IsGood).Select(call => call.Milliseconds).Order()];
            within &= !(At(times, .99) > p99) && !(100.0 * kind.Count(call => !call.IsGood) / kind.Count() > failed);
        }

        if (!within)
            Say($"not within {p99} ms and {failed} % failed");
        return within;
    }

    private static void Line(string name, Call[] calls)
    {
        double[] times = [.. calls.Where(call => call.IsGood).Select(call => call.Milliseconds).Order()];
        var failed = calls.Count(call => !call.IsGood);
        var degraded = calls.Count(call => call.IsDegraded);
        Say($"{name,-9}{calls.Length,8}{failed,8}{(double)failed / calls.Length,9:0.00%}{degraded,10}{At(times, .5),7:0} ms{At(times, .99),7:0} ms{At(times, 1),7:0} ms");
    }

    private static double At(double[] sorted, double share) =>
        sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
