using Orleans.Personalize.Events;
using Orleans.Personalize.Gateway.Documentation;
using Orleans.Personalize.Gateway.Requests;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Gateway.Resources;

/// <summary>The taste survey: a new profile names a few titles that it likes, so that its first page is its own.</summary>
internal static class SurveyEndpoints
{
    public static void MapSurvey(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/profiles/{profile}/survey").WithTags("Pages");
        group.MapGet("", GetAsync).WithName("getSurvey").WithMetadata(new QueryParameters(QueryParameters.SurveyCount, QueryParameters.Country));
        group.MapPost("", AnswerAsync).WithName("answerSurvey").TakesOneOrMany<SurveyAnswer>(Examples.SurveyAnswers);
    }

    /// <summary>
    /// Titles to ask a new profile about: well known, different from one another, each telling as much of its taste as possible beyond those
    /// before it. Ask again after an answer, and they follow it.
    /// </summary>
    /// <param name="profile">The profile's id.</param>
    /// <param name="context">The request.</param>
    /// <param name="personalizer">The service behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static Task<RecommendationList> GetAsync(string profile, HttpContext context, IPersonalizer personalizer, CancellationToken cancellationToken) =>
        personalizer.RecommendAsync(
            new RecommendationRequest
            {
                Profile = RouteIds.Profile(profile),
                Count = QueryParameters.SurveyCount.Read(context)!.Value,
                Country = QueryParameters.Country.Read(context),
                Purpose = RecommendationPurpose.Survey,
            },
            cancellationToken);

    /// <summary>Answers a taste survey: one title or an array, each with a thumb ("up" where left out). They count in the very next page.</summary>
    /// <remarks>The answers are recorded as thumbs; there is one receipt for each in the order sent, as for events.</remarks>
    /// <param name="profile">The profile's id.</param>
    /// <param name="context">The request.</param>
    /// <param name="requestBody">Reads the body.</param>
    /// <param name="personalizer">The service behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<EventReceipts> AnswerAsync(
        string profile, HttpContext context, RequestBody requestBody, IPersonalizer personalizer, CancellationToken cancellationToken)
    {
        var id = RouteIds.Profile(profile);
        var now = (context.RequestServices.GetService<TimeProvider>() ?? TimeProvider.System).GetUtcNow();
        using var body = await requestBody.ReadAsync(context.Request, cancellationToken);
        return EventReceipts.Of(await JsonBatch.HandleAsync<SurveyAnswer, EventReceipt>(
            body.RootElement,
            requestBody.MaxBatch,
            (_, fault) => new EventReceipt(null, EventOutcome.Rejected, fault.Field, fault.Reason),
            answers => personalizer.RecordAsync([.. answers.Select(answer => Thumb(id, answer, now))], cancellationToken)));
    }

    private static ThumbGiven Thumb(ProfileId profile, SurveyAnswer answer, DateTimeOffset now) => new()
    {
        Id = new EventId($"survey-{Guid.CreateVersion7():n}"),
        Profile = profile,
        Time = now,
        Title = answer.Title,
        Thumb = answer.Thumb,
    };
}
