using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Personalize.Grains;
using Orleans.Personalize.Models;
using Orleans.Personalize.Rules;

namespace Orleans.Personalize.Client;

/// <summary>Adds the cluster as the host of <see cref="IPersonalizer"/> and <see cref="IModelOperations"/>.</summary>
public static class PersonalizeClientExtensions
{
    /// <summary>
    /// Adds <see cref="IPersonalizer"/>, <see cref="IModelOperations"/> and <see cref="IEditorialRules"/> over the process's cluster client: that
    /// of <c>UseOrleansClient</c>, or inside a silo the silo's own.
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
        services.AddSingleton<IModelOperations, ClusterModels>();
        services.AddSingleton<IEditorialRules, ClusterRules>();
        return services.AddSingleton<IPersonalizer, ClusterPersonalizer>();
    }
}
