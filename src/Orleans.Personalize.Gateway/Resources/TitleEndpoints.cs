using Orleans.Personalize.Gateway.Documentation;
using Orleans.Personalize.Gateway.Requests;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Gateway.Resources;

/// <summary>The catalogue.</summary>
internal static class TitleEndpoints
{
    private static readonly string[] PutOrPost = ["PUT", "POST"];

    public static void MapTitles(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/titles").WithTags("Titles");
        group.MapMethods("", PutOrPost, PutManyAsync).TakesOneOrMany<Title>(Examples.Titles);
        group.MapPut("/{title}", PutAsync).WithName("putTitle").TakesOne<Title>(Examples.Title);
        group.MapGet("/{title}", GetAsync).WithName("getTitle");
        group.MapDelete("/{title}", RemoveAsync).WithName("removeTitle").Produces(StatusCodes.Status204NoContent);
    }

    /// <summary>Adds titles or replaces them whole, up to 1,000 in one call; answers when the accepted ones are durable.</summary>
    /// <remarks>There is one result for each title in the order sent. A refused title does not harm its neighbours.</remarks>
    internal static async Task<TitleWrites> PutManyAsync(
        HttpContext context, RequestBody requestBody, IPersonalizer personalizer, CancellationToken cancellationToken)
    {
        using var body = await requestBody.ReadAsync(context.Request, cancellationToken);
        return TitleWrites.Of(await JsonBatch.HandleAsync<Title, TitleWriteResult>(
            body.RootElement,
            requestBody.MaxBatch,
            (element, fault) => new TitleWriteResult
            {
                Id = JsonBatch.IdOf<TitleId>(element),
                Accepted = false,
                Field = fault.Field,
                Reason = fault.Reason,
            },
            titles => personalizer.PutTitlesAsync(titles, cancellationToken)));
    }

    /// <summary>Adds a title or replaces it whole.</summary>
    /// <remarks>The body may leave the id to the path.</remarks>
    /// <param name="title">The title's id.</param>
    /// <param name="context">The request.</param>
    /// <param name="requestBody">Reads the body.</param>
    /// <param name="personalizer">The service behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Title> PutAsync(
        string title, HttpContext context, RequestBody requestBody, IPersonalizer personalizer, CancellationToken cancellationToken)
    {
        var id = RouteIds.Title(title);
        using var body = await requestBody.ReadAsync(context.Request, cancellationToken);
        var written = JsonSingle.Read<Title, TitleId>(body.RootElement, id);
        var results = await personalizer.PutTitlesAsync([written], cancellationToken);
        return results[0].Accepted
            ? written
            : throw new InvalidRequestException(results[0].Field ?? "body", results[0].Reason ?? "is refused");
    }

    /// <summary>What the catalogue knows of a title.</summary>
    /// <param name="title">The title's id.</param>
    /// <param name="personalizer">The service behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static Task<Title> GetAsync(string title, IPersonalizer personalizer, CancellationToken cancellationToken) =>
        personalizer.GetTitleAsync(RouteIds.Title(title), cancellationToken);

    /// <summary>Takes a title out of the catalogue: it is shown no more.</summary>
    /// <remarks>404 where there is no such title, or no more.</remarks>
    /// <param name="title">The title's id.</param>
    /// <param name="personalizer">The service behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<IResult> RemoveAsync(string title, IPersonalizer personalizer, CancellationToken cancellationToken)
    {
        var id = RouteIds.Title(title);
        return await personalizer.RemoveTitleAsync(id, cancellationToken) ? TypedResults.NoContent() : throw new UnknownTitleException(id);
    }
}
