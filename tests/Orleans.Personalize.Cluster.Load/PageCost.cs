using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Personalize.Client;
using Orleans.Personalize.Demo;
using Orleans.Personalize.Grains;
using Orleans.Personalize.Grains.Profiles;
using Orleans.Personalize.Grains.Similarity;
using Orleans.Personalize.Grains.Storage;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Silo.Storage;

namespace Orleans.Personalize.Cluster.Load;

/// <summary>What a page costs through a profile's grain against the engine alone.</summary>
internal static class PageCost
{
    public static async Task MeasureAsync(int titles, int pages)
    {
        var now = DateTimeOffset.UtcNow;
        var world = DemoWorld.Create(new DemoOptions { Titles = titles, Households = 40, Days = 30 }, seed: 1, now);
        var folder = Directory.CreateTempSubdirectory("personalize-load-").FullName;

        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.UseOrleans(silo => silo
            .UseLocalhostClustering(siloPort: 21111, gatewayPort: 40000)
            .AddFileGrainStorage(PersonalizeStorage.Name, folder)
            .AddIncomingGrainCallFilter<CallCounter>()
            .AddPersonalize());
        builder.Services.AddPersonalizeClient();
        using var host = builder.Build();
        await host.StartAsync();
        var personalizer = host.Services.GetRequiredService<IPersonalizer>();
        var grains = host.Services.GetRequiredService<IGrainFactory>();

        await personalizer.PutTitlesAsync(world.Titles);
        await Task.WhenAll(world.Profiles.Select(profile => personalizer.PutProfileAsync(profile)));
        var events = world.Events.ToList();
        foreach (var chunk in events.OrderBy(e => e.Profile.Value, StringComparer.Ordinal).Chunk(1_000))
            await personalizer.RecordAsync([.. chunk]);
        await host.Services.GetRequiredService<SiloEngines>().FollowAsync();
        var replay = new Replay(world, now);
        Console.WriteLine($"{titles} titles, {world.Profiles.Length} profiles, {events.Count} events, {Environment.ProcessorCount} processors; pages of 40 rows x 20");

        HomeRequest Request(int i) => new() { Profile = world.Profiles[i % world.Profiles.Length].Id, Rows = 40, Columns = 20 };
        Task Bare(int i) => Task.FromResult(replay.Home(Request(i), now));
        Task Grain(int i) => grains.GetGrain<IProfileGrain>(new GrainKey("default", Request(i).Profile.Value).ToString()).GetHomeAsync(Request(i), 0);

        Task Nothing(int i) => Task.CompletedTask;
        Task Settings(int i) => grains.GetGrain<IProfileGrain>(new GrainKey("default", Request(i).Profile.Value).ToString()).GetSettingsAsync();

        for (var i = 0; i < 500; i++)
        {
            await Bare(i);
            await Grain(i);
            await Settings(i);
        }

        var calls = CallCounter.Calls;
        await Timing.CompareAsync(pages, ("page, the engine alone", Bare), ("page, through the profile's grain", Grain));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(double)(CallCounter.Calls - calls) / pages:0.00} grain calls a page"));
        await Timing.CompareAsync(pages * 10, ("nothing", Nothing), ("settings, through the profile's grain", Settings));

        await host.StopAsync();
        Directory.Delete(folder, recursive: true);
    }
}
