using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Grains.Telemetry;

/// <summary>What a silo measures of its grains, and their spans beside those that Orleans makes for every call.</summary>
internal static class GrainTelemetry
{
    /// <summary>The name of the meter and of the source of spans.</summary>
    public const string Name = "Orleans.Personalize.Grains";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Events = Meter.CreateCounter<long>(
        "personalize.silo.events", "{event}", "Events that reached the grain of their profile, by what became of them.");

    private static readonly Histogram<double> Storage = Meter.CreateHistogram<double>(
        "personalize.silo.storage.duration", "s", "How long the storage took to read, write or delete one state, or to fail.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [.001, .002, .005, .01, .02, .05, .1, .2, .5, 1, 2, 5, 10] });

    private static readonly Histogram<int> Changes = Meter.CreateHistogram<int>(
        "personalize.silo.write.changes", "{change}", "How many calls shared one write.", tags: null,
        new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 5, 10, 20, 50, 100] });

    private static readonly Histogram<int> Questions = Meter.CreateHistogram<int>(
        "personalize.silo.answer.calls", "{call}", "Grains of titles just watched that had to be asked for one answer.", tags: null,
        new InstrumentAdvice<int> { HistogramBucketBoundaries = [0, 1, 2, 3, 4, 5, 8] });

    private static readonly Counter<long> Queued = Meter.CreateCounter<long>(
        "personalize.silo.queue.events", "{event}", "Events that came through the queue, by what became of their delivery.");

    private static readonly Counter<long> FollowFailures = Meter.CreateCounter<long>(
        "personalize.silo.follow.failures", "{failure}", "Times that a silo could not follow catalogue, model and rules, or hand over what it counted.");

    private static readonly Counter<long> LostCounts = Meter.CreateCounter<long>(
        "personalize.silo.counts.lost", "{failure}", "Times that a silo that ended could not hand over what it had counted last.");

    /// <summary>Begins to gather what one answer to a profile is made from.</summary>
    /// <returns>Null where nobody listens.</returns>
    public static Activity? BeginAnswer() => Source.StartActivity("personalize.answer");

    /// <summary>All that an answer is made from is at hand.</summary>
    public static void Gathered(Activity? activity, string tenant, string model, int calls)
    {
        Questions.Record(calls, new KeyValuePair<string, object?>("tenant", tenant));
        activity?.SetTag("model", model).SetTag("calls", calls);
    }

    /// <summary>Counts the events of one call.</summary>
    public static void Recorded(string tenant, ImmutableArray<EventReceipt> receipts)
    {
        Count(Events, tenant, receipts, EventOutcome.Accepted, "accepted");
        Count(Events, tenant, receipts, EventOutcome.Duplicate, "duplicate");
        Count(Events, tenant, receipts, EventOutcome.Rejected, "rejected");
    }

    /// <summary>Counts events of the queue that their profile answered; those that it rejects are dead letters and counted as such.</summary>
    public static void Delivered(string tenant, ImmutableArray<EventReceipt> receipts)
    {
        Count(Queued, tenant, receipts, EventOutcome.Accepted, "accepted");
        Count(Queued, tenant, receipts, EventOutcome.Duplicate, "duplicate");
    }

    /// <summary>Counts events of the queue that could not be recorded; they are delivered again, or become dead letters.</summary>
    public static void DeliveredInVain(string tenant, int events) => Queued.Add(events, new("tenant", tenant), new("outcome", "unavailable"));

    /// <summary>Counts events of the queue that were given up and are kept as dead letters.</summary>
    public static void Buried(string tenant, int letters) => Queued.Add(letters, new("tenant", tenant), new("outcome", "dead"));

    /// <summary>Counts events that their storage refused; they come again with the same ids.</summary>
    public static void NotRecorded(string tenant, int events) => Events.Add(events, new("tenant", tenant), new("outcome", "unavailable"));

    /// <summary>
    /// Begins a write. It belongs to every call that shares it, so its span is in no trace of theirs and links to each; how many more there are than
    /// were traced, its tag says.
    /// </summary>
    /// <param name="changes">How many calls share it.</param>
    /// <param name="callers">The spans of those that are traced.</param>
    public static Activity? BeginWrite(int changes, IEnumerable<ActivityContext> callers)
    {
        Changes.Record(changes);
        if (!Source.HasListeners())
            return null;
        var links = callers.Where(caller => caller != default).Select(caller => new ActivityLink(caller)).ToArray();
        Activity.Current = null;
        return Source.StartActivity(ActivityKind.Internal, parentContext: default, links: links, name: "personalize.write")?.SetTag("changes", changes);
    }

    /// <summary>The span of the call that is being worked on, or nothing.</summary>
    public static ActivityContext Caller => Source.HasListeners() ? Activity.Current?.Context ?? default : default;

    /// <summary>A call to the storage ended.</summary>
    /// <param name="operation">read, write or delete.</param>
    /// <param name="stateName">Which state of its grain; the segments of histories count as one.</param>
    /// <param name="started">The timestamp of its begin.</param>
    /// <param name="error">Null where it succeeded.</param>
    public static void Stored(string operation, string stateName, long started, Exception? error)
    {
        var state = stateName.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash ? stateName[..dash] : stateName;
        Storage.Record(
            Stopwatch.GetElapsedTime(started).TotalSeconds, new("operation", operation), new("state", state), new("outcome", error is null ? "done" : "failed"));
        if (error is not null && Activity.Current is { Source.Name: Name } activity)
            activity.SetStatus(ActivityStatusCode.Error, error.Message);
    }

    /// <summary>A silo could not follow.</summary>
    public static void FollowFailed(string tenant) => FollowFailures.Add(1, new KeyValuePair<string, object?>("tenant", tenant));

    /// <summary>A silo's last counts are lost.</summary>
    public static void CountsLost(string tenant) => LostCounts.Add(1, new KeyValuePair<string, object?>("tenant", tenant));

    private static void Count(Counter<long> counter, string tenant, ImmutableArray<EventReceipt> receipts, EventOutcome outcome, string name)
    {
        var events = receipts.Count(receipt => receipt.Outcome == outcome);
        if (events > 0)
            counter.Add(events, new("tenant", tenant), new("outcome", name));
    }
}
