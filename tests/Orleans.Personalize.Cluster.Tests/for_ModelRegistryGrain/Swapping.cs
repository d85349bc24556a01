using System.Collections.Concurrent;
using Orleans.Personalize.Grains.Profiles;
using Orleans.Personalize.Models;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Cluster.Tests.for_ModelRegistryGrain;

public abstract class Swapping : ClusterFacts
{
    private const int Profiles = 24;

    protected override short Silos => 3;

    protected override TimeSpan? FollowInterval => TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task Every_silo_follows_a_change_by_itself_while_pages_of_all_profiles_are_asked_for()
    {
        var models = Cluster.NewModelClient();
        var (first, second) = (await PublishAsync(1), await PublishAsync(2));
        ProfileId[] profiles = [.. Enumerable.Range(0, Profiles).Select(i => new ProfileId($"p{i}"))];
        foreach (var profile in profiles)
            await Personalizer.PutProfileAsync(new ProfileSettings { Id = profile, Name = "One" });
        Assert.Equal(3, (await SilosOfAsync(profiles)).Distinct().Count());
        await models.ActivateModelAsync(first);
        await UntilAllAsync(profiles, first);

        var versions = new ConcurrentBag<string>();
        using var done = new CancellationTokenSource();
        var asking = Task.WhenAll(profiles.Chunk(Profiles / 4).Select(some => Task.Run(async () =>
        {
            for (var i = 0; !done.IsCancellationRequested; i++)
                versions.Add((await PageAsync(some[i % some.Length])).ModelVersion);
        })));
        await models.ActivateModelAsync(second);
        await UntilAllAsync(profiles, second);
        Assert.Equal(first, (await models.RollBackModelAsync()).Version);
        await UntilAllAsync(profiles, first);
        await done.CancelAsync();
        await asking;

        Assert.Empty(versions.Except([first, second]));
        Assert.Equal(ModelStanding.InService, (await models.ListModelsAsync()).Models.Single(model => model.Version == first).Standing);
    }

    /// <summary>Puts a model where silos find it; the one in service stays.</summary>
    /// <returns>Its version; different for each seed.</returns>
    protected abstract Task<string> PublishAsync(int seed);

    private Task<HomePage> PageAsync(ProfileId profile) => Personalizer.GetHomeAsync(new HomeRequest { Profile = profile });

    /// <summary>Returns when the pages of all profiles, and so every silo, come from a model.</summary>
    private async Task UntilAllAsync(ProfileId[] profiles, string version)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        foreach (var profile in profiles)
        {
            while (!string.Equals((await PageAsync(profile)).ModelVersion, version, StringComparison.Ordinal))
                await Task.Delay(10, patience.Token);
        }
    }

    private async Task<IEnumerable<SiloAddress>> SilosOfAsync(ProfileId[] profiles)
    {
        var management = Cluster.Cluster.Client.GetGrain<IManagementGrain>(0);
        return await Task.WhenAll(profiles.Select(async profile =>
            await management.GetActivationAddress(Cluster.Grain<IProfileGrain>("default", profile.Value)) ?? throw new InvalidOperationException($"{profile} is nowhere")));
    }
}
