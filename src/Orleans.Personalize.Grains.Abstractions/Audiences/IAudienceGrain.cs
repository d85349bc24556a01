using Orleans.CodeGeneration;
using Orleans.Personalize.Audiences;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Grains.Audiences;

/// <summary>Answers what operators ask about the audience of a tenant, which is its key. Draws a sample from the profiles' grains for each question.</summary>
/// <remarks>One activation a silo, one question at a time: the others wait, and no answer to a member waits for any.</remarks>
[Version(1), Alias("op.IAudienceGrain")]
public interface IAudienceGrain : IGrainWithStringKey
{
    /// <summary>Profiles of like taste.</summary>
    [Alias("GetSimilarProfiles")]
    Task<SimilarProfiles> GetSimilarProfilesAsync(ProfileId profile, int count);

    /// <summary>Who a title is for.</summary>
    /// <param name="title">The title.</param>
    /// <param name="request">What is to be told.</param>
    /// <param name="catalogVersion">The version of the catalogue that the caller has seen.</param>
    [Alias("GetAudience")]
    Task<TitleAudience> GetAudienceAsync(TitleId title, AudienceRequest request, long catalogVersion);

    /// <summary>Who a planned title would be for.</summary>
    [Alias("ForecastAudience")]
    Task<TitleAudience> ForecastAudienceAsync(Title title, AudienceRequest request);
}
