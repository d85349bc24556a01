using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Audiences;

/// <summary>
/// What operators learn of the audience of one tenant. Both hosts implement it beside <see cref="IPersonalizer"/>. Every answer looks at a
/// sample of the tenant's profiles, the same from call to call, and says how many it looked at; nothing is kept.
/// </summary>
public interface IAudiences
{
    /// <summary>Profiles of like taste, the most alike first, of those in the sample.</summary>
    /// <exception cref="UnknownProfileException">There is no such profile.</exception>
    /// <exception cref="InvalidRequestException">The count is out of range.</exception>
    Task<SimilarProfiles> GetSimilarProfilesAsync(ProfileId profile, int count, CancellationToken cancellationToken = default);

    /// <summary>Who a title of the catalogue is for.</summary>
    /// <exception cref="UnknownTitleException">There is no such title.</exception>
    /// <exception cref="InvalidRequestException">The request is out of range.</exception>
    Task<TitleAudience> GetAudienceAsync(TitleId title, AudienceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Who a title would be for that is planned, or that would be described in another way. It need not be available yet.</summary>
    /// <exception cref="InvalidRequestException">Something is wrong with the title or the request.</exception>
    Task<TitleAudience> ForecastAudienceAsync(Title title, AudienceRequest request, CancellationToken cancellationToken = default);
}
