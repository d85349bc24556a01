using System.Collections.Concurrent;
using Orleans.Personalize.Conformance;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Cluster.Tests.for_TitleGrain;

public sealed class Blockbusters
{
    private const int Silos = 3;
    private const int Members = 48;
    private static readonly TitleId Hit = SampleCatalog.Film("drama", 1);

    [Fact]
    public async Task A_title_with_half_of_all_plays_gets_a_few_calls_from_each_silo_however_many_play_it()
    {
        using var folder = new TemporaryFolder();
        var time = new ManualTimeProvider(SampleCatalog.Now);
        var calls = new Calls();
        await using var cluster = new ClusterUnderTest(folder.Path, time, Silos) { Calls = calls };
        await cluster.StartAsync();
        var personalizer = cluster.NewClient();
        await personalizer.PutTitlesAsync(SampleCatalog.Titles);
        EventMaker[] members = [.. Enumerable.Range(0, Members).Select(i => new EventMaker(new ProfileId($"member-{i}"), time))];
        foreach (var member in members)
            await personalizer.PutProfileAsync(new ProfileSettings { Id = member.Profile, Name = "Somebody" });
        await cluster.SettleAsync();
        calls.Forget();

        const int Rounds = 3;
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < Members; i++)
            {
                await personalizer.RecordAsync([members[i].Completed(i % 2 == 0 ? Hit : SampleCatalog.Film("crime", 1 + (i % 8)))]);
                await personalizer.GetHomeAsync(new HomeRequest { Profile = members[i].Profile, Rows = 2 });
            }

            await cluster.SettleAsync();
            time.Advance(TimeSpan.FromSeconds(2));
        }

        // In each round a silo asks once what is played next, and hands over once what it counted.
        var hit = calls.To(new GrainKeyText("title", $"default/{Hit}"));
        Assert.InRange(hit, 2, Rounds * Silos * 2);
        var plays = Rounds * Members / 2;
        Assert.True(hit < plays / 3, $"{hit} calls for {plays} plays");

        // A page is the call to its profile, and the titles just watched that were not asked within the last second.
        Assert.InRange(calls.To("GetHome"), Rounds * Members, Rounds * Members);
        Assert.True(calls.To("GetPlayNext") <= Rounds * Members, $"{calls.To("GetPlayNext")} questions for {Rounds * Members} pages");
    }

    private readonly record struct GrainKeyText(string Type, string Key);

    /// <summary>Counts the calls that reach grains.</summary>
    private sealed class Calls : IIncomingGrainCallFilter
    {
        private readonly ConcurrentQueue<(GrainKeyText Grain, string Method)> _calls = new();

        public Task Invoke(IIncomingGrainCallContext context)
        {
            _calls.Enqueue((new(context.TargetId.Type.ToString()!, context.TargetId.Key.ToString()!), context.MethodName));
            return context.Invoke();
        }

        public void Forget() => _calls.Clear();

        public int To(GrainKeyText grain) => _calls.Count(call => call.Grain == grain);

        public int To(string method) => _calls.Count(call => call.Method.StartsWith(method, StringComparison.Ordinal));
    }
}
