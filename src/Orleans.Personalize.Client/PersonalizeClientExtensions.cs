using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Personalize.Grains;

namespace Orleans.Personalize.Client;

/// <summary>Adds the cluster as the host of <see cref="IPersonalizer"/>.</summary>
public static class PersonalizeClientExtensions
{
    /// <summary>
    /// Adds <see cref="IPersonalizer"/> over the process's cluster client: that of <c>UseOrleansClient</c>, or inside a silo the silo's own.
    /// </summary>
    /// <exception cref="OptionsValidationException">On first use, where the tenant's name is not allowed.</exception>
    public static IServiceCollection AddPersonalizeClient(this IServiceCollection services, Action<PersonalizeClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<PersonalizeClientOptions>()
            .Configure(configure ?? (_ => { }))
            .Validate(
                options => GrainKey.IsTenant(options.Tenant),
                $"the tenant must be 1 to {GrainKey.MaxTenantLength} ASCII letters, digits, '-' and '_'");
        return services.AddSingleton<IPersonalizer, ClusterPersonalizer>();
    }
}
