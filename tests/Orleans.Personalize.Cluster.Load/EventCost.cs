using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Personalize.Client;
using Orleans.Personalize.Demo;
using Orleans.Personalize.Events;
using Orleans.Personalize.Grains;
using Orleans.Personalize.Grains.Storage;
using Orleans.Personalize.Silo.Storage;

namespace Orleans.Personalize.Cluster.Load;

/// <summary>How many durable events one silo takes, without the event log and with it, in turn.</summary>
internal static class EventCost
{
    public static async Task MeasureAsync(TimeSpan time, int rounds)
    {
        var world = DemoWorld.Create(new DemoOptions { Titles = 1_000, Households = 40, Days = 1 }, seed: 1, DateTimeOffset.UtcNow);
        Console.WriteLine($"{world.Profiles.Length} profiles, {Environment.ProcessorCount} processors, storage in files; the medians of {rounds} rounds");
        foreach (var senders in new[] { 1, 64 })
        {
            var (without, with) = (new double[rounds], new double[rounds]);
            var (sent, appends) = (0L, 0L);
            for (var round = 0; round < rounds; round++)
            {
                without[round] = (await RunAsync(world, senders, time, isLogged: false)).Rate;
                var logged = await RunAsync(world, senders, time, isLogged: true);
                (with[round], sent, appends) = (logged.Rate, sent + logged.Sent, appends + logged.Appends);
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{senders,3} senders of single events: {Median(without),6:0} a second, with the log {Median(with),6:0} ({(double)sent / appends:0.0} events an append)"));
        }
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    private static async Task<(double Rate, long Sent, long Appends)> RunAsync(DemoWorld world, int senders, TimeSpan time, bool isLogged)
    {
        var folder = Directory.CreateTempSubdirectory("personalize-load-").FullName;
        var log = new CountedLog(Path.Combine(folder, "log"));
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.UseOrleans(silo => silo
            .UseLocalhostClustering(siloPort: 21113, gatewayPort: 40002)
            .AddFileGrainStorage(PersonalizeStorage.Name, Path.Combine(folder, "grains"))
            .AddPersonalize(options => options.EventLog = isLogged ? log : null));
        builder.Services.AddPersonalizeClient();
        using var host = builder.Build();
        await host.StartAsync();
        var personalizer = host.Services.GetRequiredService<IPersonalizer>();
        await personalizer.PutTitlesAsync(world.Titles);
        await Task.WhenAll(world.Profiles.Select(profile => personalizer.PutProfileAsync(profile)));
        await SendAsync(personalizer, world, senders, time / 5);
        var appends = log.Appends;
        var started = Stopwatch.GetTimestamp();
        var sent = await SendAsync(personalizer, world, senders, time);
        var rate = sent / Stopwatch.GetElapsedTime(started).TotalSeconds;
        appends = log.Appends - appends;
        await host.StopAsync();
        Directory.Delete(folder, recursive: true);
        return (rate, sent, appends);
    }

    private static async Task<long> SendAsync(IPersonalizer personalizer, DemoWorld world, int senders, TimeSpan time)
    {
        var (sent, started) = (0L, Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, senders).Select(sender => Task.Run(async () =>
        {
            for (var i = 0; Stopwatch.GetElapsedTime(started) < time; i++)
            {
                await personalizer.RecordAsync([new TitleOpened
                {
                    Id = new EventId($"{sender}-{i}-{started}"),
                    Profile = world.Profiles[(sender + (i * 7)) % world.Profiles.Length].Id,
                    Time = DateTimeOffset.UtcNow,
                    Title = world.Titles[i % world.Titles.Length].Id,
                }]);
                Interlocked.Increment(ref sent);
            }
        })));
        return sent;
    }
}
