using Orleans.Personalize.Gateway.Documentation;
using Orleans.Personalize.Gateway.Requests;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Search;

namespace Orleans.Personalize.Gateway.Resources;

/// <summary>What a profile is to be shown.</summary>
internal static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/profiles/{profile}").WithTags("Pages");
        group.MapGet("/home", GetHomeAsync).WithName("getHome").WithMetadata(new QueryParameters(
            QueryParameters.Rows, QueryParameters.Columns, QueryParameters.Device, QueryParameters.Country, QueryParameters.UtcOffset, QueryParameters.Explain,
            SelectionParameters.Filter, SelectionParameters.Include, SelectionParameters.Exclude));
        group.MapGet("/home/{page}/rows", GetRowsAsync).WithName("getRows").WithMetadata(new QueryParameters(
            QueryParameters.Cursor, QueryParameters.RowCount, SelectionParameters.Filter, SelectionParameters.Include, SelectionParameters.Exclude));
        group.MapGet("/recommendations", RecommendAsync).WithName("getRecommendations").WithMetadata(new QueryParameters(
            QueryParameters.RecommendationCount, QueryParameters.Device, QueryParameters.Country, QueryParameters.Explain,
            SelectionParameters.Filter, SelectionParameters.Include, SelectionParameters.Exclude));
        group.MapGet("/search", SearchAsync).WithName("search").WithMetadata(new QueryParameters(
            SearchParameters.Query, SearchParameters.Count, SearchParameters.Kind, QueryParameters.Device, QueryParameters.Country,
            SelectionParameters.Filter, SelectionParameters.Include, SelectionParameters.Exclude));
        group.MapGet("/titles/{title}", GetTitlePageAsync).WithName("getTitlePage");
        group.MapGet("/titles/{title}/similar", GetSimilarAsync).WithName("getSimilar").WithMetadata(new QueryParameters(
            QueryParameters.SimilarCount, SelectionParameters.Filter, SelectionParameters.Include, SelectionParameters.Exclude));
        group.MapPost("/rerank", RerankAsync).WithName("rerank").TakesOne<RerankRequest>(Examples.Rerank, "profile");
    }

    /// <summary>
    /// Titles for what a profile has typed so far, and suggestions of what else to search for. To be asked while somebody types; a search that was
    /// made is told by the event <c>searched</c>, and a result that was opened by <c>searchResultOpened</c>.
    /// </summary>
    /// <param name="profile">The profile's id.</param>
    /// <param name="context">The request.</param>
    /// <param name="personalizer">The service behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static Task<SearchResults> SearchAsync(string profile, HttpContext context, IPersonalizer personalizer, CancellationToken cancellationToken) =>
        personalizer.SearchAsync(
            new SearchRequest
            {
                Profile = RouteIds.Profile(profile),
                Query = SearchParameters.ReadQuery(context),
                Count = SearchParameters.Count.Read(context)!.Value,
                Kind = SearchParameters.ReadKind(context),
                Device = QueryParameters.Device.Read(context),
                Country = QueryParameters.Country.Read(context),
                Selection = SelectionParameters.Read(context),
            },
            cancellationToken);

    /// <summary>Composes the home page of a profile for this moment: its rows, and in each row its cards, with reasons.</summary>
    /// <param name="profile">The profile's id.</param>
    /// <param name="context">The request.</param>
    /// <param name="personalizer">The service behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static Task<HomePage> GetHomeAsync(string profile, HttpContext context, IPersonalizer personalizer, CancellationToken cancellationToken) =>
        personalizer.GetHomeAsync(
            new HomeRequest
            {
                Profile = RouteIds.Profile(profile),
                Rows = QueryParameters.Rows.Read(context)!.Value,
                Columns = QueryParameters.Columns.Read(context)!.Value,
                Device = QueryParameters.Device.Read(context),
                Country = QueryParameters.Country.Read(context),
                UtcOffset = QueryParameters.UtcOffset.Read(context) is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
                Explain = QueryParameters.Explain.Read(context),
                Selection = SelectionParameters.Read(context),
            },
            cancellationToken);

    /// <summary>The next rows of a home page, chosen by what was scrolled past and along since; nothing that the page gave is given again.</summary>
    /// <remarks>
    /// Columns, device and country are those of the page; where the page was asked for with a filter, include or exclude, they are said again.
    /// A page goes on for six hours; after that the answer is 410, and a new page is to be asked for.
    /// </remarks>
    /// <param name="profile">The profile's id.</param>
    /// <param name="page">The page's id.</param>
    /// <param name="context">The request.</param>
    /// <param name="personalizer">The service behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static Task<HomeRows> GetRowsAsync(
        string profile, string page, HttpContext context, IPersonalizer personalizer, CancellationToken cancellationToken) =>
        personalizer.GetRowsAsync(
            new HomeRowsRequest
            {
                Profile = RouteIds.Profile(profile),
                Page = RouteIds.Page(page),
                After = QueryParameters.Cursor.Read(context) ?? throw new InvalidRequestException("after", "is required: the 'next' of the page or of the rows before"),
                Count = QueryParameters.RowCount.Read(context)!.Value,
                Selection = SelectionParameters.Read(context),
            },
            cancellationToken);

    /// <summary>The best titles for a profile as a flat list, without what it has finished.</summary>
    /// <param name="profile">The profile's id.</param>
    /// <param name="context">The request.</param>
    /// <param name="personalizer">The service behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static Task<RecommendationList> RecommendAsync(
        string profile, HttpContext context, IPersonalizer personalizer, CancellationToken cancellationToken) =>
        personalizer.RecommendAsync(
            new RecommendationRequest
            {
                Profile = RouteIds.Profile(profile),
                Count = QueryParameters.RecommendationCount.Read(context)!.Value,
                Device = QueryParameters.Device.Read(context),
                Country = QueryParameters.Country.Read(context),
                Explain = QueryParameters.Explain.Read(context),
                Selection = SelectionParameters.Read(context),
            },
            cancellationToken);

    /// <summary>One title as this profile should see it.</summary>
    /// <param name="profile">The profile's id.</param>
    /// <param name="title">The title's id.</param>
    /// <param name="personalizer">The service behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static Task<TitlePage> GetTitlePageAsync(string profile, string title, IPersonalizer personalizer, CancellationToken cancellationToken) =>
        personalizer.GetTitlePageAsync(RouteIds.Profile(profile), RouteIds.Title(title), cancellationToken);

    /// <summary>Titles similar to one, ordered for this profile.</summary>
    /// <param name="profile">The profile's id.</param>
    /// <param name="title">The title's id.</param>
    /// <param name="context">The request.</param>
    /// <param name="personalizer">The service behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static Task<SimilarList> GetSimilarAsync(
        string profile, string title, HttpContext context, IPersonalizer personalizer, CancellationToken cancellationToken) =>
        personalizer.GetSimilarAsync(
            new SimilarRequest
            {
                Profile = RouteIds.Profile(profile),
                Title = RouteIds.Title(title),
                Count = QueryParameters.SimilarCount.Read(context)!.Value,
                Selection = SelectionParameters.Read(context),
            },
            cancellationToken);

    /// <summary>Puts the caller's own list of titles in a profile's order, and says which of them the profile may not see.</summary>
    /// <remarks>The body may leave the profile to the path. Titles that the profile finished or disliked are kept: the caller chose them.</remarks>
    /// <param name="profile">The profile's id.</param>
    /// <param name="context">The request.</param>
    /// <param name="requestBody">Reads the body.</param>
    /// <param name="personalizer">The service behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<RerankedList> RerankAsync(
        string profile, HttpContext context, RequestBody requestBody, IPersonalizer personalizer, CancellationToken cancellationToken)
    {
        var id = RouteIds.Profile(profile);
        using var body = await requestBody.ReadAsync(context.Request, cancellationToken);
        return await personalizer.RerankAsync(JsonSingle.Read<RerankRequest, ProfileId>(body.RootElement, id, "profile"), cancellationToken);
    }
}
