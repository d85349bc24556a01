using Orleans.Personalize.Gateway.Requests;

namespace Orleans.Personalize.Gateway.Posters;

/// <summary>Pictures for the web page. They need no key: an image element cannot send one.</summary>
internal static class PosterEndpoints
{
    public static void MapPosters(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/posters/{title}.svg", GetAsync).ExcludeFromDescription();
        routes.MapGet("/posters/{title}/{artwork}.svg", GetArtworkAsync).ExcludeFromDescription();
    }

    private static Task<IResult> GetAsync(string title, HttpContext context, IPersonalizer personalizer, IPosterSource source) =>
        DrawAsync(RouteIds.Title(title), null, context, personalizer, source);

    private static Task<IResult> GetArtworkAsync(string title, string artwork, HttpContext context, IPersonalizer personalizer, IPosterSource source) =>
        DrawAsync(RouteIds.Title(title), RouteIds.Read<ArtworkId>("artwork", artwork), context, personalizer, source);

    private static async Task<IResult> DrawAsync(
        TitleId id, ArtworkId? artwork, HttpContext context, IPersonalizer personalizer, IPosterSource source)
    {
        var title = await personalizer.GetTitleAsync(id, context.RequestAborted);
        var svg = await source.DrawAsync(title, artwork, context.RequestAborted) ?? LetteredPoster.Draw(title);
        context.Response.Headers.CacheControl = "public, max-age=600";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        return TypedResults.Text(svg, "image/svg+xml");
    }
}
