using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Orleans.Personalize.Client;

/// <summary>What the client measures of its calls into the cluster, and the spans that hold their tries together.</summary>
internal static class ClientTelemetry
{
    /// <summary>The name of the meter and of the source of spans.</summary>
    public const string Name = "Orleans.Personalize.Client";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "personalize.client.call.duration", "s", "How long a call into the cluster took, all its tries together.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [.001, .002, .005, .01, .02, .05, .1, .2, .5, 1, 2, 5, 10] });

    private static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        "personalize.client.retries", "{call}", "Calls made once more, because a silo ended or did not answer in time.");

    /// <summary>Begins a call.</summary>
    /// <param name="kind">ask, change or operate.</param>
    /// <returns>Null where nobody listens.</returns>
    public static Activity? Begin(string kind) => Source.StartActivity($"personalize.{kind}", ActivityKind.Client);

    /// <summary>A call is made once more.</summary>
    public static void Again(Activity? activity, string kind, Exception error)
    {
        Retries.Add(1, new KeyValuePair<string, object?>("call", kind));
        activity?.AddException(error);
    }

    /// <summary>Ends a call.</summary>
    /// <param name="activity">As it was begun.</param>
    /// <param name="kind">As it was begun.</param>
    /// <param name="started">The timestamp of its begin.</param>
    /// <param name="error">Null where it was answered.</param>
    public static void End(Activity? activity, string kind, long started, Exception? error)
    {
        var outcome = error switch
        {
            null => "answered",
            UnavailableException => "unavailable",
            OperationCanceledException => "abandoned",
            _ => "refused",
        };
        Duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new("call", kind), new("outcome", outcome));
        if (activity is null)
            return;
        activity.SetTag("outcome", outcome);
        if (error is UnavailableException)
            activity.SetStatus(ActivityStatusCode.Error, error.Message);
        activity.Dispose();
    }
}
