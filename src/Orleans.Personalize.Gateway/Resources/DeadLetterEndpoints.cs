using Orleans.Personalize.Gateway.Requests;
using Orleans.Personalize.Gateway.Security;
using Orleans.Personalize.Queues;

namespace Orleans.Personalize.Gateway.Resources;

/// <summary>What operators do with events that came through the queue and could not be recorded.</summary>
internal static class DeadLetterEndpoints
{
    private static readonly NumberParameter Count = new("count", 1, IDeadLetters.MaxCount, 100, "How many dead letters at most.");
    private static readonly NumberParameter Through = new("through", 0, int.MaxValue, null, "The number of the last dead letter to go. Required.");

    public static void MapDeadLetters(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/dead-letters").WithTags("Operations").ForOperators();
        group.MapGet("", ListAsync).WithName("listDeadLetters").WithMetadata(new QueryParameters(Count));
        group.MapPost("/replay", ReplayAsync).WithName("replayDeadLetters").WithMetadata(new QueryParameters(Count));
        group.MapDelete("", RemoveAsync).WithName("removeDeadLetters").WithMetadata(new QueryParameters(Through));
    }

    /// <summary>Events that came through the queue and could not be recorded, the oldest first, each with the reason.</summary>
    /// <remarks>They stay until they are taken away, also those of profiles that were erased since.</remarks>
    /// <param name="context">The request.</param>
    /// <param name="deadLetters">The dead letters behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static Task<DeadLetterList> ListAsync(HttpContext context, IDeadLetters deadLetters, CancellationToken cancellationToken) =>
        deadLetters.ListDeadLettersAsync(Count.Read(context)!.Value, cancellationToken);

    /// <summary>Records the oldest dead letters once more; those that are refused again stay, with the new reason and behind the others.</summary>
    /// <param name="context">The request.</param>
    /// <param name="deadLetters">The dead letters behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static Task<DeadLetterReplay> ReplayAsync(HttpContext context, IDeadLetters deadLetters, CancellationToken cancellationToken) =>
        deadLetters.ReplayDeadLettersAsync(Count.Read(context)!.Value, cancellationToken);

    /// <summary>Takes away the dead letters up to a number.</summary>
    /// <param name="context">The request.</param>
    /// <param name="deadLetters">The dead letters behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<IResult> RemoveAsync(HttpContext context, IDeadLetters deadLetters, CancellationToken cancellationToken)
    {
        await deadLetters.RemoveDeadLettersAsync(Through.Read(context) ?? throw new InvalidRequestException("through", "is missing"), cancellationToken);
        return TypedResults.NoContent();
    }
}
