using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Personalize.Client;
using Orleans.Personalize.Demo;
using Orleans.Personalize.Events;
using Orleans.Personalize.Grains;
using Orleans.Personalize.Grains.Profiles;
using Orleans.Personalize.Grains.Storage;
using Orleans.Personalize.Profiles;
using Orleans.Runtime.Hosting;

namespace Orleans.Personalize.Cluster.Load;

/// <summary>How much memory a silo needs for each profile that it holds: the profile's state, its grain and what Orleans keeps of it.</summary>
internal static class ProfileMemory
{
    private const int Templates = 50;

    public static async Task MeasureAsync(int profiles, int events)
    {
        var world = DemoWorld.Create(new DemoOptions { Titles = 2000, Households = 0, Days = 30 }, seed: 1, DateTimeOffset.UtcNow);
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(siloPort: 21112, gatewayPort: 40001).AddPersonalize();
            silo.Services.AddGrainStorage(PersonalizeStorage.Name, (services, _) => new TemplateStorage(services, Templates));
        });
        builder.Services.AddPersonalizeClient(options => options.ChangeDeadline = TimeSpan.FromMinutes(1));
        using var host = builder.Build();
        await host.StartAsync();
        var personalizer = host.Services.GetRequiredService<IPersonalizer>();
        await personalizer.PutTitlesAsync(world.Titles);
        for (var i = 0; i < Templates; i++)
        {
            var id = new ProfileId($"template-{i}");
            await personalizer.PutProfileAsync(new ProfileSettings { Id = id, Name = $"Member {i}", Country = "DE", Language = "de" });

            // A few events a call, as apps send them, and not the same number for all: so many are in the state that no segment has taken yet.
            foreach (var call in EventsOf(id, events + i, world, new Random(i)).Chunk(5))
            {
                var receipts = await personalizer.RecordAsync([.. call]);
                if (receipts.Any(receipt => receipt.Outcome != EventOutcome.Accepted))
                    throw new InvalidOperationException("an event was not accepted");
            }
        }

        var grains = host.Services.GetRequiredService<IGrainFactory>();
        await ActivateAsync(grains, -1000, 1000);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        await ActivateAsync(grains, 0, profiles);
        var elapsed = Stopwatch.GetElapsedTime(started);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{profiles} profiles with {events} to {events + Templates - 1} events each: {(after - before) / (double)profiles:0} bytes each; "
            + $"state in storage {Enumerable.Range(0, Templates).Average(TemplateStorage.SizeOf):0} bytes, at most {Enumerable.Range(0, Templates).Max(TemplateStorage.SizeOf)}; "
            + $"loaded in {elapsed.TotalSeconds:0.0} s; process {Environment.WorkingSet / 1048576.0:0} MB"));
        await host.StopAsync();
    }

    private static Task ActivateAsync(IGrainFactory grains, int first, int count) => Parallel.ForAsync(
        first, first + count, new ParallelOptions { MaxDegreeOfParallelism = 64 },
        async (i, _) => await grains.GetGrain<IProfileGrain>(new GrainKey("default", $"member-{Math.Abs(i)}{(i < 0 ? "000000" : "")}").ToString()).GetSettingsAsync());

    // A member of some months: some titles played through, some stopped, a thumb now and then, impressions between.
    private static IEnumerable<ProfileEvent> EventsOf(ProfileId profile, int count, DemoWorld world, Random random)
    {
        var time = DateTimeOffset.UtcNow.AddDays(-90);
        for (var i = 0; i < count; i++)
        {
            time = time.AddMinutes(random.Next(1, 90 * 1440 / count));
            var (id, title) = (new EventId($"{profile}-{i}"), world.Titles[random.Next(world.Titles.Length)].Id);
            yield return random.Next(10) switch
            {
                < 3 => new PlayProgressed { Id = id, Profile = profile, Time = time, Title = title, PositionSeconds = random.Next(6000), DurationSeconds = 6000 },
                < 6 => new Impression { Id = id, Profile = profile, Time = time, Title = title, RowIndex = 2, Column = 3 },
                6 => new TitleOpened { Id = id, Profile = profile, Time = time, Title = title },
                < 9 => new PlayCompleted { Id = id, Profile = profile, Time = time, Title = title, PositionSeconds = 6000, DurationSeconds = 6000 },
                _ => new ThumbGiven { Id = id, Profile = profile, Time = time, Title = title, Thumb = Thumb.Up },
            };
        }
    }
}
