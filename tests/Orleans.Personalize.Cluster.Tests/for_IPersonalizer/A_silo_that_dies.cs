using Orleans.Personalize.Conformance;
using Orleans.Personalize.Events;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Cluster.Tests.for_IPersonalizer;

public sealed class A_silo_that_dies : ClusterFacts
{
    protected override short Silos => 3;

    [Fact]
    public async Task Costs_a_retry_but_nothing_that_was_acknowledged()
    {
        var members = Enumerable.Range(0, 30).Select(i => new EventMaker(new ProfileId($"member-{i}"), Time)).ToArray();
        foreach (var member in members)
            await Personalizer.PutProfileAsync(new ProfileSettings { Id = member.Profile, Name = "Member" });
        var film = SampleCatalog.Film("drama", 1);
        await Personalizer.RecordAsync([.. members.Select(member => member.Listed(film))]);

        await Cluster.Cluster.KillSiloAsync(Cluster.Cluster.Silos[^1]);
        await Cluster.Cluster.WaitForLivenessToStabilizeAsync(didKill: true);

        foreach (var member in members)
        {
            Assert.Equal(EventOutcome.Accepted, (await UntilAvailableAsync(() => Personalizer.RecordAsync([member.Opened(film)])))[0].Outcome);
            var export = await UntilAvailableAsync(() => Personalizer.ExportProfileAsync(member.Profile));
            Assert.Equal([typeof(MyListAdded), typeof(TitleOpened)], export.Events.Select(e => e.GetType()));
        }
    }

    private static async Task<T> UntilAvailableAsync<T>(Func<Task<T>> call)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (UnavailableException) when (attempt < 10)
            {
                // A call that was on its way to the silo that is gone is to be made again.
            }
        }
    }
}
