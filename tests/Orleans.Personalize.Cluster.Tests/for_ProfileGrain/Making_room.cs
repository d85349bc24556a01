using Orleans.Personalize.Conformance;
using Orleans.Personalize.Grains;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Cluster.Tests.for_ProfileGrain;

/// <summary>A silo that may take so little memory that it always takes too much.</summary>
public sealed class Making_room : ClusterFacts
{
    private const int Profiles = 40;

    protected override Action<PersonalizeGrainOptions> Configure => options =>
        (options.MemoryLimitPercent, options.MemoryInterval) = (0.001, TimeSpan.FromMilliseconds(50));

    [Fact]
    public async Task Profiles_leave_a_full_memory_and_come_back_with_everything_that_was_acknowledged()
    {
        for (var i = 0; i < Profiles; i++)
        {
            var id = new ProfileId($"member-{i}");
            await Personalizer.PutProfileAsync(new ProfileSettings { Id = id, Name = $"Member {i}" });
            await Personalizer.RecordAsync([new EventMaker(id, Time).Listed(SampleCatalog.Film("drama", 1))]);
        }

        // What is looked at is memory in use after a collection of everything; without one nothing leaves.
        var patience = TimeProvider.System.GetTimestamp();
        while (await ResidentAsync() > Profiles / 2)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(patience) < TimeSpan.FromMinutes(2), "no profile leaves");
            GC.Collect();
            await Task.Yield();
        }

        for (var i = 0; i < Profiles; i++)
        {
            var export = await Personalizer.ExportProfileAsync(new ProfileId($"member-{i}"));
            Assert.Equal($"Member {i}", export.Settings.Name);
            Assert.Single(export.Events);
        }
    }

    private async Task<int> ResidentAsync()
    {
        var grains = await Cluster.Cluster.Client.GetGrain<IManagementGrain>(0).GetDetailedGrainStatistics();
        return grains.Count(grain => grain.GrainId.Type.ToString() == "profile");
    }
}
