using Orleans.Personalize.Events;
using Orleans.Personalize.Gateway.Documentation;
using Orleans.Personalize.Gateway.Requests;

namespace Orleans.Personalize.Gateway.Resources;

/// <summary>Events in.</summary>
internal static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/events", RecordAsync).WithTags("Events").WithName("recordEvents").TakesOneOrMany<ProfileEvent>(Examples.Events);

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
        return EventReceipts.Of(await JsonBatch.HandleAsync<ProfileEvent, EventReceipt>(
            body.RootElement,
            requestBody.MaxBatch,
            (element, fault) => new EventReceipt(JsonBatch.IdOf<EventId>(element), EventOutcome.Rejected, fault.Field, fault.Reason),
            events => personalizer.RecordAsync(events, cancellationToken)));
    }
}
