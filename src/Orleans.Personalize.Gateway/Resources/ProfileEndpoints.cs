using Orleans.Personalize.Gateway.Documentation;
using Orleans.Personalize.Gateway.Requests;
using Orleans.Personalize.Households;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Gateway.Resources;

/// <summary>Profiles: what is set for them, and all that is kept of them.</summary>
internal static class ProfileEndpoints
{
    public static void MapProfiles(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/profiles").WithTags("Profiles");
        group.MapGet("", ListAsync).WithName("listProfiles").WithMetadata(new QueryParameters(
            QueryParameters.ProfileCount, QueryParameters.After, QueryParameters.Filter));
        group.MapPut("/{profile}", PutAsync).WithName("putProfile").TakesOne<ProfileSettings>(Examples.Profile);
        group.MapGet("/{profile}", GetAsync).WithName("getProfile");
        group.MapDelete("/{profile}", EraseAsync).WithName("eraseProfile").Produces(StatusCodes.Status204NoContent);
        group.MapPost("/{profile}/merge", MergeAsync).WithName("mergeProfiles").TakesOne<ProfileMergeRequest>(Examples.Merge, "profile");
        group.MapGet("/{profile}/export", ExportAsync).WithName("exportProfile");
        group.MapGet("/{profile}/notifications/plan", PlanNotificationsAsync).WithName("planNotifications");
    }

    /// <summary>Lists profiles in the order of their ids, a part at a time.</summary>
    /// <param name="context">The request.</param>
    /// <param name="personalizer">The service behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static Task<ProfileList> ListAsync(HttpContext context, IPersonalizer personalizer, CancellationToken cancellationToken) =>
        personalizer.ListProfilesAsync(
            new ProfileQuery
            {
                Count = QueryParameters.ProfileCount.Read(context)!.Value,
                After = QueryParameters.After.Read(context) is { } after ? RouteIds.Read<ProfileId>("after", after) : null,
                Filter = QueryParameters.Filter.Read(context),
            },
            cancellationToken);

    /// <summary>Creates a profile or changes its settings; what was learnt stays.</summary>
    /// <remarks>The body may leave the id to the path.</remarks>
    /// <param name="profile">The profile's id.</param>
    /// <param name="context">The request.</param>
    /// <param name="requestBody">Reads the body.</param>
    /// <param name="personalizer">The service behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<ProfileSettings> PutAsync(
        string profile, HttpContext context, RequestBody requestBody, IPersonalizer personalizer, CancellationToken cancellationToken)
    {
        var id = RouteIds.Profile(profile);
        using var body = await requestBody.ReadAsync(context.Request, cancellationToken);
        var settings = JsonSingle.Read<ProfileSettings, ProfileId>(body.RootElement, id);
        await personalizer.PutProfileAsync(settings, cancellationToken);
        return settings;
    }

    /// <summary>The settings of a profile.</summary>
    /// <param name="profile">The profile's id.</param>
    /// <param name="personalizer">The service behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static Task<ProfileSettings> GetAsync(string profile, IPersonalizer personalizer, CancellationToken cancellationToken) =>
        personalizer.GetProfileAsync(RouteIds.Profile(profile), cancellationToken);

    /// <summary>Erases a profile: settings, what was learnt, and every event kept of it.</summary>
    /// <remarks>404 where there is nothing to erase, or no more.</remarks>
    /// <param name="profile">The profile's id.</param>
    /// <param name="personalizer">The service behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<IResult> EraseAsync(string profile, IPersonalizer personalizer, CancellationToken cancellationToken)
    {
        var id = RouteIds.Profile(profile);
        return await personalizer.EraseProfileAsync(id, cancellationToken) ? TypedResults.NoContent() : throw new UnknownProfileException(id);
    }

    /// <summary>
    /// Lets the profile take over what another of its household did and what was learnt of it; the other is erased, or kept where that is asked for.
    /// </summary>
    /// <remarks>
    /// Done once for each operation, as a whole or not at all: a call whose answer was lost is made again with the same operation. The settings
    /// stay as they are. Both belong to one account, and a child's profile takes over only another child's. The body may leave the profile to the path.
    /// </remarks>
    /// <param name="profile">The profile that stays.</param>
    /// <param name="context">The request.</param>
    /// <param name="requestBody">Reads the body.</param>
    /// <param name="personalizer">The service behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<ProfileMerge> MergeAsync(
        string profile, HttpContext context, RequestBody requestBody, IPersonalizer personalizer, CancellationToken cancellationToken)
    {
        var id = RouteIds.Profile(profile);
        using var body = await requestBody.ReadAsync(context.Request, cancellationToken);
        return await personalizer.MergeProfilesAsync(JsonSingle.Read<ProfileMergeRequest, ProfileId>(body.RootElement, id, "profile"), cancellationToken);
    }

    /// <summary>Everything kept about a profile: its settings, every event, and what was learnt from them.</summary>
    /// <param name="profile">The profile's id.</param>
    /// <param name="personalizer">The service behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static Task<ProfileExport> ExportAsync(string profile, IPersonalizer personalizer, CancellationToken cancellationToken) =>
        personalizer.ExportProfileAsync(RouteIds.Profile(profile), cancellationToken);

    /// <summary>
    /// What the profile should be sent by e-mail or push message at this moment, and all it could be, each with its worth, its hour and why it is not sent
    /// now.
    /// </summary>
    /// <remarks>
    /// Sends nothing and changes nothing. A sender of its own records the event in <c>claim</c> first, sends where it is accepted and not where it is a
    /// repeat, and then records <c>notificationSent</c> or <c>notificationFailed</c>.
    /// </remarks>
    /// <param name="profile">The profile's id.</param>
    /// <param name="personalizer">The service behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static Task<NotificationPlan> PlanNotificationsAsync(string profile, IPersonalizer personalizer, CancellationToken cancellationToken) =>
        personalizer.PlanNotificationsAsync(RouteIds.Profile(profile), cancellationToken);
}
