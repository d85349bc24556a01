using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Personalize.Audiences;

namespace Orleans.Personalize.Embedded;

/// <summary>Puts the embedded host into a service collection.</summary>
public static class EmbeddedServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IPersonalizer"/>, <see cref="Models.IModelOperations"/>, <see cref="Rules.IEditorialRules"/>,
    /// <see cref="Experiments.IExperiments"/> and <see cref="IAudiences"/> over SQLite, opened before the host begins to serve and closed with the service provider.
    /// Time comes from the registered <see cref="TimeProvider"/>, or from the system's.
    /// </summary>
    public static IServiceCollection AddEmbeddedPersonalizer(this IServiceCollection services, Action<EmbeddedOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.Configure(configure);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => EmbeddedPersonalizer.Open(
            provider.GetRequiredService<IOptions<EmbeddedOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<EmbeddedPersonalizer>>()));
        services.AddSingleton<IPersonalizer>(provider => provider.GetRequiredService<EmbeddedPersonalizer>());
        services.AddSingleton(provider => provider.GetRequiredService<EmbeddedPersonalizer>().Models);
        services.AddSingleton(provider => provider.GetRequiredService<EmbeddedPersonalizer>().Rules);
        services.AddSingleton(provider => provider.GetRequiredService<EmbeddedPersonalizer>().Experiments);
        services.AddSingleton(provider => provider.GetRequiredService<EmbeddedPersonalizer>().Audiences);
        services.AddHostedService<OpenAtStart>();
        return services;
    }
}
