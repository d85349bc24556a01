using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Personalize.Grains;
using Orleans.Personalize.Grains.Similarity;
using Orleans.TestingHost;

[assembly: HostingStartup(typeof(Orleans.Personalize.Cluster.Processes.FactsStartup))]

namespace Orleans.Personalize.Cluster.Processes;

/// <summary>Loaded into a silo's process: gives it the clock of the facts, and lets it follow what changed when it is told to and not by itself.</summary>
public sealed class FactsStartup : IHostingStartup, IStartupFilter
{
    /// <summary>The variable of the environment that names the file with the clock.</summary>
    public const string ClockVariable = "PERSONALIZE_FACTS_CLOCK";

    /// <summary>Where a silo is told to follow.</summary>
    public const string FollowPath = "facts/follow";

    public void Configure(IWebHostBuilder builder)
    {
        if (Environment.GetEnvironmentVariable(ClockVariable) is not { } clock)
            return;
        builder.ConfigureServices(services =>
        {
            services.AddSingleton<TimeProvider>(new FileClock(clock));
            services.UseTimeProviderForBackgroundAreas(TimeProvider.System);
            services.Configure<PersonalizeGrainOptions>(options =>
            {
                options.FollowInterval = TimeSpan.FromDays(1);

                // So long that no slow machine is taken for a silo that is gone.
                options.PlacementPatience = options.ConsultPatience = TimeSpan.FromMinutes(1);
            });
            services.AddSingleton<IStartupFilter>(this);
        });
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => application =>
    {
        application.Map("/" + FollowPath, follow => follow.Run(context => context.RequestServices.GetRequiredService<SiloEngines>().FollowAsync()));
        next(application);
    };
}
