namespace Orleans.Personalize.Cluster.Faults.Traffic;

/// <summary>What a member's app calls in one visit, one call after the other.</summary>
/// <param name="Name">What the visit is called on the command line.</param>
/// <param name="Calls">Its calls.</param>
internal sealed record Visit(string Name, params CallKind[] Calls)
{
    /// <summary>Somebody who looks around: a page, what was seen of it, some titles, what is like them.</summary>
    public static Visit Browse { get; } = new(
        "browse", CallKind.Home, CallKind.Events, CallKind.Title, CallKind.Similar, CallKind.Title, CallKind.Events, CallKind.Home);

    /// <summary>Somebody who watches one episode after the other: progress all the time, a page between.</summary>
    public static Visit Binge { get; } = new(
        "binge", CallKind.Home, CallKind.Events, CallKind.Events, CallKind.Events, CallKind.Events, CallKind.Events, CallKind.Home, CallKind.Events, CallKind.Events);

    /// <summary>Somebody who types what is sought, and opens what was found.</summary>
    public static Visit Search { get; } = new(
        "search", CallKind.Search, CallKind.Search, CallKind.Search, CallKind.Search, CallKind.Title, CallKind.Events);

    /// <summary>Apps that were offline and send what they kept.</summary>
    public static Visit EventStorm { get; } = new("event-storm", [.. Enumerable.Repeat(CallKind.Events, 20)]);

    /// <summary>Every kind of visit.</summary>
    public static IReadOnlyList<Visit> All { get; } = [Browse, Binge, Search, EventStorm];

    /// <summary>Makes one of its calls.</summary>
    /// <param name="call">Which.</param>
    /// <param name="clients">Makes it.</param>
    /// <param name="batch">Events a call.</param>
    /// <param name="random">Chooses profile and titles.</param>
    /// <returns>The HTTP status, 0 for no answer, and whether the answer was a substitute.</returns>
    public static async Task<(int Status, bool IsDegraded)> MakeAsync(CallKind call, Clients clients, int batch, Random random)
    {
        if (call != CallKind.Events)
            return await clients.AskAsync(call, random);
        var status = 0;
        await clients.RecordAsync(clients.MakeEvents(batch, random), tried => status = status == 0 ? tried : status);
        return (status, false);
    }
}
