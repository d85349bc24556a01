using System.Diagnostics;
using System.Diagnostics.Metrics;
using Orleans.Personalize.Gateway.Resources;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Search;

namespace Orleans.Personalize.Gateway.Telemetry;

/// <summary>What the gateway measures of the calls to its API.</summary>
internal static class GatewayMetrics
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "Orleans.Personalize.Gateway";

    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "personalize.request.duration", "s", "How long a call to the API took, from its first filter to its result.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [.001, .002, .005, .01, .02, .05, .1, .2, .5, 1, 2, 5, 10] });

    private static readonly Counter<long> Answers = Meter.CreateCounter<long>(
        "personalize.answers", "{answer}", "Pages, lists and searches given, by the model they were made with.");

    private static readonly Counter<long> Substitutes = Meter.CreateCounter<long>(
        "personalize.substitutes", "{answer}", "Answers given in the place of the profile's own, because its silo could not be reached in time.");

    private static readonly Counter<long> Events = Meter.CreateCounter<long>(
        "personalize.events", "{event}", "Events by what became of them; those of a call that failed altogether are in none.");

    /// <summary>Counts a call that ended.</summary>
    /// <param name="surface">The operation's name in the description of the API.</param>
    /// <param name="started">The timestamp of its begin.</param>
    /// <param name="outcome">How it ended.</param>
    public static void Ended(string surface, long started, string outcome) =>
        Duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new("surface", surface), new("outcome", outcome));

    /// <summary>Counts what a call was answered.</summary>
    public static void Answered(string surface, object? answer)
    {
        switch (answer)
        {
            case HomePage page:
                Made(surface, page.ModelVersion, page.Substitute);
                break;
            case HomeRows rows:
                Made(surface, rows.ModelVersion, null);
                break;
            case RecommendationList list:
                Made(surface, list.ModelVersion, list.Substitute);
                break;
            case SearchResults results:
                Made(surface, results.ModelVersion, results.Substitute);
                break;
            case RerankedList list:
                Made(surface, list.ModelVersion, null);
                break;
            case TitlePage { Substitute: { } substitute }:
                Substituted(surface, substitute);
                break;
            case SimilarList { Substitute: { } substitute }:
                Substituted(surface, substitute);
                break;
            case EventReceipts receipts:
                Count(receipts.Accepted, "accepted");
                Count(receipts.Duplicate, "duplicate");
                Count(receipts.Rejected, "rejected");
                Count(receipts.Queued ?? 0, "queued");
                break;
            default:
                break;
        }
    }

    private static void Made(string surface, string model, Substitute? substitute)
    {
        Answers.Add(1, new("surface", surface), new("model", model));
        if (substitute is { } kind)
            Substituted(surface, kind);
    }

    private static void Substituted(string surface, Substitute kind) =>
        Substitutes.Add(1, new("surface", surface), new("substitute", kind == Substitute.Earlier ? "earlier" : "popular"));

    private static void Count(int events, string outcome)
    {
        if (events > 0)
            Events.Add(events, new KeyValuePair<string, object?>("outcome", outcome));
    }
}
