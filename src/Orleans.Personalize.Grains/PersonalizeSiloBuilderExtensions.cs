using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Personalize.Grains.EventLogging;
using Orleans.Personalize.Grains.Notifications;
using Orleans.Personalize.Grains.Placement;
using Orleans.Personalize.Grains.Similarity;
using Orleans.Personalize.Grains.Storage;
using Orleans.Storage;

namespace Orleans.Personalize.Grains;

/// <summary>Adds the personalization grains to a silo.</summary>
public static class PersonalizeSiloBuilderExtensions
{
    /// <summary>
    /// Adds what the grains need beside a grain storage of the name <see cref="PersonalizeStorage.Name"/>, which the silo registers itself.
    /// </summary>
    public static ISiloBuilder AddPersonalize(this ISiloBuilder builder, Action<PersonalizeGrainOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure(configure ?? (_ => { }));
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddKeyedSingleton<IGrainStorage>(
            PersonalizeStorage.Measured, (services, _) => new MeasuredStorage(services.GetRequiredKeyedService<IGrainStorage>(PersonalizeStorage.Name)));
        builder.AddPlacementDirector<HouseholdPlacement, HouseholdDirector>();
        builder.AddPlacementDirector<MemberPlacement, HouseholdDirector>();
        builder.Services.AddOptions<GrainCollectionOptions>().Configure<IOptions<PersonalizeGrainOptions>>((collection, options) => Shed(collection, options.Value));
        builder.Services.AddSingleton<SiloEngines>();
        builder.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(services => services.GetRequiredService<SiloEngines>());
        builder.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, EngineWarmUp>();
        builder.Services.AddSingleton<SiloEventLogs>();
        builder.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(services => services.GetRequiredService<SiloEventLogs>());
        builder.Services.AddSingleton<SiloPost>();
        return builder;
    }

    // Down to nine tenths of the limit at a time, so that it is not reached again at once.
    private static void Shed(GrainCollectionOptions collection, PersonalizeGrainOptions options)
    {
        collection.EnableActivationSheddingOnMemoryPressure = options.MemoryLimitPercent is not null;
        if (options.MemoryLimitPercent is not { } limit)
            return;
        (collection.MemoryUsageLimitPercentage, collection.MemoryUsageTargetPercentage) = (limit, limit * 0.9);
        collection.MemoryUsagePollingPeriod = options.MemoryInterval;
    }
}
