using Orleans.Personalize.Audiences;
using Orleans.Personalize.Gateway.Documentation;
using Orleans.Personalize.Gateway.Requests;
using Orleans.Personalize.Gateway.Security;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Gateway.Resources;

/// <summary>What operators learn of the audience.</summary>
internal static class AudienceEndpoints
{
    private static readonly AudienceRequest Defaults = new();
    private static readonly NumberParameter Count = new("count", 1, SimilarProfiles.MaxCount, 20, "How many profiles at most.");

    private static readonly NumberParameter MinimumGroup = new(
        "minimumGroup", AudienceRequest.LeastGroup, 1000, Defaults.MinimumGroup, "How many sampled profiles a figure must rest on; smaller groups are left out.");

    private static readonly NumberParameter ExampleCount = new("examples", 0, 50, Defaults.Examples, "How many profiles of the core audience are named.");

    public static void MapAudiences(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Audiences").ForOperators();
        group.MapGet("/profiles/{profile}/similar-profiles", GetSimilarProfilesAsync).WithName("getSimilarProfiles").WithMetadata(new QueryParameters(Count));
        group.MapGet("/titles/{title}/audience", GetAudienceAsync).WithName("getAudience").WithMetadata(new QueryParameters(MinimumGroup, ExampleCount));
        group.MapPost("/titles/audience", ForecastAudienceAsync).WithName("forecastAudience").TakesOne<Title>(Examples.PlannedTitle)
            .WithMetadata(new QueryParameters(MinimumGroup, ExampleCount));
    }

    /// <summary>Profiles of like taste, the most alike first, with what they have in common.</summary>
    /// <remarks>Looks at a sample of up to 500 profiles, the same from call to call, and says how many there were.</remarks>
    /// <param name="profile">The profile's id.</param>
    /// <param name="context">The request.</param>
    /// <param name="audiences">The audiences behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static Task<SimilarProfiles> GetSimilarProfilesAsync(string profile, HttpContext context, IAudiences audiences, CancellationToken cancellationToken) =>
        audiences.GetSimilarProfilesAsync(RouteIds.Profile(profile), Count.Read(context)!.Value, cancellationToken);

    /// <summary>Who a title is for: how many profiles would find it among their first titles or like it, and what those have in common.</summary>
    /// <remarks>
    /// Every profile of a sample of up to 500 ranks the title among all others as its own answers do; shares carry their standard error. Figures that rest on
    /// fewer than minimumGroup profiles are left out.
    /// </remarks>
    /// <param name="title">The title's id.</param>
    /// <param name="context">The request.</param>
    /// <param name="audiences">The audiences behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static Task<TitleAudience> GetAudienceAsync(string title, HttpContext context, IAudiences audiences, CancellationToken cancellationToken) =>
        audiences.GetAudienceAsync(RouteIds.Title(title), RequestOf(context), cancellationToken);

    /// <summary>Who a title would be for that is planned, or described in another way: the same answer for the title in the body. Nothing is kept.</summary>
    /// <remarks>Windows of availability count by their countries, as if each were open now.</remarks>
    /// <param name="context">The request.</param>
    /// <param name="requestBody">Reads the body.</param>
    /// <param name="audiences">The audiences behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<TitleAudience> ForecastAudienceAsync(
        HttpContext context, RequestBody requestBody, IAudiences audiences, CancellationToken cancellationToken)
    {
        var request = RequestOf(context);
        using var body = await requestBody.ReadAsync(context.Request, cancellationToken);
        return JsonFault.TryRead<Title>(body.RootElement, out var title) is { } fault
            ? throw new InvalidRequestException(fault.Field ?? "body", fault.Reason)
            : await audiences.ForecastAudienceAsync(title!, request, cancellationToken);
    }

    private static AudienceRequest RequestOf(HttpContext context) =>
        new() { MinimumGroup = MinimumGroup.Read(context)!.Value, Examples = ExampleCount.Read(context)!.Value };
}
