using Orleans.Personalize.Audiences;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Gateway.Tests.Support;

/// <summary>Answers about audiences of which the figures say what was asked.</summary>
internal sealed class MemoryAudiences(IPersonalizer personalizer) : IAudiences
{
    public async Task<SimilarProfiles> GetSimilarProfilesAsync(ProfileId profile, int count, CancellationToken cancellationToken = default) => new()
    {
        Profile = (await personalizer.GetProfileAsync(profile, cancellationToken)).Id,
        Profiles = 2,
        Sampled = count,
        Similar = [new SimilarProfile { Profile = new ProfileId("bo"), Similarity = 0.5, Themes = ["Drama"], SharedTitles = 1 }],
    };

    public async Task<TitleAudience> GetAudienceAsync(TitleId title, AudienceRequest request, CancellationToken cancellationToken = default) =>
        AudienceOf(await personalizer.GetTitleAsync(title, cancellationToken), request, isForecast: false);

    public Task<TitleAudience> ForecastAudienceAsync(Title title, AudienceRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(AudienceOf(title, request, isForecast: true));

    private static TitleAudience AudienceOf(Title title, AudienceRequest request, bool isForecast) => new()
    {
        Title = title.Id,
        IsForecast = isForecast,
        Profiles = request.MinimumGroup,
        Sampled = request.Examples,
        MaySee = new AudienceSize(),
        Played = new AudienceSize { Sampled = 0, Share = 0, StandardError = 0.1, Profiles = 0 },
        AmongFirst = [],
        MatchAtLeast = [],
        Core = new AudienceSize { Threshold = 5 },
        Groups = [new AudienceGroup { Kind = AudienceGroupKind.Genre, Name = "Drama", Sampled = 7, Share = 0.7, Lift = 2 }],
        GroupsLeftOut = 3,
        Examples = [],
        ModelVersion = "none",
    };
}
