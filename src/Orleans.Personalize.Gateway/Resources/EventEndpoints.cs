using Orleans.Personalize.Events;
using Orleans.Personalize.Gateway.Documentation;
using Orleans.Personalize.Gateway.Requests;
using Orleans.Personalize.Queues;

namespace Orleans.Personalize.Gateway.Resources;

/// <summary>Events in.</summary>
internal static class EventEndpoints
{
    private const string RespondAsync = "respond-async";

    public static void MapEvents(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/events", RecordAsync).WithTags("Events").WithName("recordEvents").TakesOneOrMany<ProfileEvent>(Examples.Events)
            .Produces<EventReceipts>(StatusCodes.Status202Accepted);

    /// <summary>
    /// Records one event or an array of up to 1,000, of one or many profiles; answers when the accepted ones are durable.
    /// </summary>
    /// <remarks>
    /// There is one receipt for each event in the order sent: accepted, duplicate (that id was accepted before, nothing changed) or rejected,
    /// with the field that is wrong and why. A rejected event does not harm its neighbours, so the answer is 200 whenever the body is JSON of
    /// this shape.
    /// </remarks>
    internal static async Task<EventReceipts> RecordAsync(
        HttpContext context, RequestBody requestBody, IPersonalizer personalizer, CancellationToken cancellationToken)
    {
        using var body = await requestBody.ReadAsync(context.Request, cancellationToken);
        var queue = PrefersQueue(context.Request) ? context.RequestServices.GetService<IEventQueue>() : null;
        var receipts = EventReceipts.Of(await JsonBatch.HandleAsync<ProfileEvent, EventReceipt>(
            body.RootElement,
            requestBody.MaxBatch,
            (element, fault) => new EventReceipt(JsonBatch.IdOf<EventId>(element), EventOutcome.Rejected, fault.Field, fault.Reason),
            events => queue is null ? personalizer.RecordAsync(events, cancellationToken) : queue.EnqueueAsync(events, cancellationToken)));
        if (queue is not null)
        {
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            context.Response.Headers["Preference-Applied"] = RespondAsync;
        }

        return receipts;
    }

    private static bool PrefersQueue(HttpRequest request) =>
        request.Headers["Prefer"].Any(value => value?.Split(',').Any(preference => preference.Trim().Equals(RespondAsync, StringComparison.OrdinalIgnoreCase)) is true);
}
