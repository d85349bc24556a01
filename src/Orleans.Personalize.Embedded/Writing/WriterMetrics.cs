using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Orleans.Personalize.Embedded.Writing;

/// <summary>What the writer measures.</summary>
internal static class WriterMetrics
{
    private static readonly Meter Meter = new("Orleans.Personalize.Embedded");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "personalize.embedded.write.duration", "s", "How long the database took for one transaction, its sync of the disk included, or to fail.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [.001, .002, .005, .01, .02, .05, .1, .2, .5, 1, 2, 5, 10] });

    private static readonly Histogram<int> Requests = Meter.CreateHistogram<int>(
        "personalize.embedded.write.requests", "{request}", "How many calls shared one transaction.", tags: null,
        new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] });

    /// <summary>Counts a transaction.</summary>
    /// <param name="requests">How many calls share it.</param>
    /// <param name="started">The timestamp of its begin.</param>
    /// <param name="written">Whether it is durable.</param>
    public static void Wrote(int requests, long started, bool written)
    {
        Requests.Record(requests);
        Duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("outcome", written ? "done" : "failed"));
    }
}
