using System.Collections.Concurrent;
using System.Text.Json;
using Orleans.Personalize.Json;
using Orleans.Personalize.ModelFiles;
using Orleans.Personalize.Models;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Conformance.for_IPersonalizer;

public abstract class Changing_models<THost>(THost host) : PersonalizerFacts<THost>(host)
    where THost : PersonalizerHost
{
    private const int Readers = 4;
    private const int Changes = 12;

    private ModelStore Store => new(Host.ModelFolder);

    [Fact]
    public async Task A_model_is_put_in_service_and_taken_back()
    {
        var (first, second) = (SmallModel.Add(Store, 1), SmallModel.Add(Store, 2));
        Assert.Equal(first, (await ActivateAsync(first)).Version);
        Assert.Equal(second, (await ActivateAsync(second)).Version);
        Assert.Equal(second, (await Personalizer.GetModelAsync()).Version);
        Assert.Equal([(first, ModelStanding.Before), (second, ModelStanding.InService)], await StandingsAsync(first, second));

        Assert.Equal(first, (await Host.Models.RollBackModelAsync()).Version);
        await Host.FollowModelAsync();

        Assert.Equal(first, (await Personalizer.GetModelAsync()).Version);
        Assert.Equal([(first, ModelStanding.InService), (second, ModelStanding.Kept)],
            (await StandingsAsync(first, second)).Select(s => s.Standing == ModelStanding.Before ? (s.Version, ModelStanding.Kept) : s));
    }

    [Fact]
    public async Task An_unknown_version_is_refused_and_nothing_changes()
    {
        var version = (await ActivateAsync(SmallModel.Add(Store, 3))).Version;
        foreach (var unknown in new[] { "0123456789abcdef", "../active", "x" })
            await Assert.ThrowsAsync<UnknownModelException>(() => Host.Models.ActivateModelAsync(unknown));
        Assert.Equal(version, (await Personalizer.GetModelAsync()).Version);
    }

    [Fact]
    public async Task A_damaged_model_is_refused_and_the_old_one_stays()
    {
        var (good, damaged) = (SmallModel.Add(Store, 4), SmallModel.Add(Store, 5));
        await ActivateAsync(good);
        var file = Directory.GetFiles(Host.ModelFolder, damaged + "*").Single();
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[^5] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);

        await Assert.ThrowsAsync<ModelRefusedException>(() => Host.Models.ActivateModelAsync(damaged));

        await Host.FollowModelAsync();
        Assert.Equal(good, (await Personalizer.GetModelAsync()).Version);
        var listed = (await Host.Models.ListModelsAsync()).Models.Single(model => model.Version == damaged);
        Assert.Null(listed.Info);
        Assert.Contains("checksum", listed.Problem, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public async Task While_models_change_every_answer_comes_from_one_of_them_as_if_it_were_alone()
    {
        var profiles = new List<EventMaker>();
        for (var i = 0; i < Readers; i++)
        {
            var profile = await NewProfileAsync();
            await RecordAsync(profile.Completed(SampleCatalog.Film("drama", 1 + i)), profile.Completed(SampleCatalog.Film("comedy", 1 + i)));
            profiles.Add(profile);
        }

        await Host.SettleAsync();
        string[] versions = [SmallModel.Add(Store, 6), SmallModel.Add(Store, 7)];
        var alone = new ConcurrentDictionary<(ProfileId Profile, string Version), string>();
        foreach (var version in versions)
        {
            await ActivateAsync(version);
            foreach (var profile in profiles)
                alone[(profile.Profile, version)] = await AnswerAsync(profile.Profile, version);
        }

        using var done = new CancellationTokenSource();
        using var answered = new SemaphoreSlim(0);
        var seen = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var readers = profiles.Select(profile => Task.Run(async () =>
        {
            try
            {
                while (!done.IsCancellationRequested)
                {
                    var page = await Personalizer.GetHomeAsync(new HomeRequest { Profile = profile.Profile, Rows = 40, Columns = 10, Explain = true });
                    Assert.Equal(alone[(profile.Profile, page.ModelVersion)], JsonSerializer.Serialize(page, PersonalizeJson.Options));
                    seen.AddOrUpdate(page.ModelVersion, 1, (_, count) => count + 1);
                    answered.Release();
                }
            }
            finally
            {
                // Nobody waits for a reader that failed.
                answered.Release(1000);
            }
        })).ToArray();
        for (var change = 0; change < Changes; change++)
        {
            if (change % 2 == 0)
                Assert.Equal(versions[0], (await Host.Models.RollBackModelAsync()).Version);
            else
                Assert.Equal(versions[1], (await Host.Models.ActivateModelAsync(versions[1])).Version);
            await Host.FollowModelAsync();
            for (var i = 0; i < 2 * Readers; i++)
                await answered.WaitAsync();
        }

        await done.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Equal(versions.Order(), seen.Keys.Order());
    }

    private async Task<ModelInfo> ActivateAsync(string version)
    {
        var info = await Host.Models.ActivateModelAsync(version);
        await Host.FollowModelAsync();
        return info;
    }

    private async Task<string> AnswerAsync(ProfileId profile, string version)
    {
        var page = await Personalizer.GetHomeAsync(new HomeRequest { Profile = profile, Rows = 40, Columns = 10, Explain = true });
        Assert.Equal(version, page.ModelVersion);
        return JsonSerializer.Serialize(page, PersonalizeJson.Options);
    }

    private async Task<(string Version, ModelStanding Standing)[]> StandingsAsync(params string[] versions)
    {
        var models = (await Host.Models.ListModelsAsync()).Models;
        return [.. versions.Select(version => (version, models.Single(model => model.Version == version).Standing))];
    }
}
