using Microsoft.Extensions.Options;
using Orleans.Personalize.Audiences;
using Orleans.Personalize.Grains.Audiences;
using Orleans.Personalize.Grains.Catalog;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Client;

/// <summary><see cref="IAudiences"/> of one tenant on an Orleans cluster.</summary>
internal sealed class ClusterAudiences(IGrainFactory grains, ClusterCalls calls, IOptions<PersonalizeClientOptions> options) : IAudiences
{
    private IAudienceGrain Audiences => grains.GetGrain<IAudienceGrain>(options.Value.Tenant);

    Task<SimilarProfiles> IAudiences.GetSimilarProfilesAsync(ProfileId profile, int count, CancellationToken cancellationToken) =>
        calls.OperateAsync(() => Audiences.GetSimilarProfilesAsync(profile, count), cancellationToken);

    async Task<TitleAudience> IAudiences.GetAudienceAsync(TitleId title, AudienceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var version = await calls.OperateAsync(() => grains.GetGrain<ICatalogGrain>(options.Value.Tenant).GetVersionAsync(), cancellationToken);
        return await calls.OperateAsync(() => Audiences.GetAudienceAsync(title, request, version), cancellationToken);
    }

    Task<TitleAudience> IAudiences.ForecastAudienceAsync(Title title, AudienceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(request);
        return calls.OperateAsync(() => Audiences.ForecastAudienceAsync(title, request), cancellationToken);
    }
}
