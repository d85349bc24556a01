using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
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
        builder.Services.AddSingleton<SiloEngines>();
        builder.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(services => services.GetRequiredService<SiloEngines>());
        return builder;
    }
}
