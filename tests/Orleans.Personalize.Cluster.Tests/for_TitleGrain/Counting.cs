using Orleans.Personalize.Conformance;
using Orleans.Personalize.Grains.Titles;

namespace Orleans.Personalize.Cluster.Tests.for_TitleGrain;

public sealed class Counting : ClusterFacts
{
    private static readonly TitleId First = SampleCatalog.Film("drama", 1);
    private static readonly TitleId Second = SampleCatalog.Film("crime", 2);

    [Fact]
    public async Task Plays_and_what_is_played_next_reach_the_grain_of_the_title()
    {
        await PlayBothAsync();

        var counts = await CountsAsync(First);

        Assert.True(counts.Plays > 0, $"{counts.Plays} plays");
        Assert.Equal(Second, Assert.Single(counts.PlayedNext).Title);
        Assert.Empty((await CountsAsync(Second)).PlayedNext);
    }

    [Fact]
    public async Task Counts_survive_a_restart()
    {
        await PlayBothAsync();
        var before = await CountsAsync(First);

        await RestartAsync();

        var after = await CountsAsync(First);
        Assert.Equal(before.Plays, after.Plays);
        Assert.Equal(before.PlayedNext.AsEnumerable(), after.PlayedNext);
    }

    [Fact]
    public async Task Counts_that_no_one_had_been_told_of_yet_survive_a_silo_that_stops()
    {
        await RecordAsync(Events.Completed(First));

        await RestartAsync();

        Assert.True((await CountsAsync(First)).Plays > 0);
    }

    [Fact]
    public async Task A_hundred_plays_are_added_up_before_they_reach_the_grain()
    {
        for (var i = 0; i < 4; i++)
        {
            Time.Advance(TimeSpan.FromDays(1));
            await RecordAsync([.. Enumerable.Range(1, 25).Select(n => Events.Completed(SampleCatalog.Film("comedy", 1 + (n % 2))))]);
        }

        await Cluster.SettleAsync();

        Assert.True((await CountsAsync(SampleCatalog.Film("comedy", 1))).Plays > (await CountsAsync(First)).Plays);
    }

    private async Task PlayBothAsync()
    {
        await RecordAsync(Events.Completed(First));
        Time.Advance(TimeSpan.FromMinutes(5));
        await RecordAsync(Events.Completed(Second));
        await Cluster.SettleAsync();
    }

    private Task<TitleLiveCounts> CountsAsync(TitleId title) => Cluster.Grain<ITitleGrain>("default", title.Value).GetLiveCountsAsync();
}
