using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Orleans.Personalize.Audiences;
using Orleans.Personalize.Experiments;
using Orleans.Personalize.Grains;
using Orleans.Personalize.Grains.Queues;
using Orleans.Personalize.Models;
using Orleans.Personalize.Queues;
using Orleans.Personalize.Rules;

namespace Orleans.Personalize.Client;

/// <summary>Adds the cluster as the host of <see cref="IPersonalizer"/> and <see cref="IModelOperations"/>.</summary>
public static class PersonalizeClientExtensions
{
    /// <summary>
    /// Adds <see cref="IPersonalizer"/>, <see cref="IModelOperations"/>, <see cref="IEditorialRules"/>, <see cref="IExperiments"/>, <see cref="IAudiences"/> and <see cref="IDeadLetters"/> over the process's cluster client: that
    /// of <c>UseOrleansClient</c>, or inside a silo the silo's own.
    /// </summary>
    /// <exception cref="OptionsValidationException">On first use, where an option is not allowed.</exception>
    public static IServiceCollection AddPersonalizeClient(this IServiceCollection services, Action<PersonalizeClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<PersonalizeClientOptions>()
            .Configure(configure ?? (_ => { }))
            .Validate(
                options => GrainKey.IsTenant(options.Tenant),
                $"the tenant must be 1 to {GrainKey.MaxTenantLength} ASCII letters, digits, '-' and '_'")
            .Validate(
                options => options.AnswerDeadline > TimeSpan.Zero && options.ChangeDeadline > TimeSpan.Zero && options.RememberedPages >= 0 && options.RememberedSettings >= 0,
                "deadlines must be longer than nothing, and the pages and settings remembered none or some");
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ClusterCalls>();
        services.AddSingleton<IModelOperations, ClusterModels>();
        services.AddSingleton<IEditorialRules, ClusterRules>();
        services.AddSingleton<IExperiments, ClusterExperiments>();
        services.AddSingleton<IAudiences, ClusterAudiences>();
        services.AddSingleton<IDeadLetters, ClusterDeadLetters>();
        return services.AddSingleton<IPersonalizer, ClusterPersonalizer>();
    }

    /// <summary>
    /// Adds <see cref="IEventQueue"/> over the stream provider <see cref="EventLanes.Provider"/> of the process's cluster client, or of its silo, which is registered beside. What
    /// <see cref="AddPersonalizeClient"/> adds is needed too.
    /// </summary>
    public static IServiceCollection AddPersonalizeEventQueue(this IServiceCollection services) => services.AddSingleton<IEventQueue, ClusterEventQueue>();
}
