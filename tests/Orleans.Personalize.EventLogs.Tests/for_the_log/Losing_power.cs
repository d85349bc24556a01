using FsCheck;
using FsCheck.Fluent;

namespace Orleans.Personalize.EventLogs.Tests.for_the_log;

public sealed class Losing_power
{
    private static readonly Gen<(int[] Seeds, int CutAt, Cut Cut)> Cases =
        from length in Gen.Choose(5, 60)
        from seeds in Gen.ArrayOf(Gen.Choose(0, int.MaxValue - 1), length)
        from cutAt in Gen.Choose(0, 80)
        from cut in Gen.Elements(Enum.GetValues<Cut>())
        select (seeds, cutAt, cut);

    [Theory]
    [InlineData(Cut.Before)]
    [InlineData(Cut.Within)]
    [InlineData(Cut.After)]
    public async Task At_any_write_loses_nothing_acknowledged_and_brings_back_nothing_erased(Cut cut)
    {
        for (var (cutAt, steps) = (0, 1); cutAt < steps; cutAt++)
        {
            var world = new LoggedWorld();
            (world.Store.CutAt, world.Store.Cut) = (cutAt, cut);
            await RunAsync(world);
            steps = world.Store.Steps;
            await world.CheckAsync();
            await world.CheckPurgeAsync();
            Assert.InRange(steps, 20, 500);
        }
    }

    [Fact]
    public void At_any_write_of_any_course_of_things_loses_nothing_acknowledged() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20261122, 7),
            Prop.ForAll(Cases.ToArbitrary(), @case => HoldsAsync(@case.Seeds, @case.CutAt, @case.Cut).GetAwaiter().GetResult()));

    [Fact]
    public async Task Two_compactions_at_the_same_time_lose_nothing()
    {
        for (var (at, steps) = (0, 1); at < steps; at++)
        {
            var world = new LoggedWorld();
            for (var i = 0; i < 12; i++)
                await world.AppendAsync(i % 3, 4);
            await world.EraseAsync(1);
            await world.RestartAsync();
            var first = world.Store.Steps;
            world.Store.Before = number =>
            {
                if (number != first + at)
                    return Task.CompletedTask;
                world.Store.Before = _ => Task.CompletedTask;
                return world.CompactAsync(purge: true, minSegments: 1);
            };

            try
            {
                await world.CompactAsync(purge: true, minSegments: 1);
            }
            catch (IOException)
            {
                // The other one took a segment away: this one gives up.
            }

            steps = world.Store.Steps - first;
            await world.CheckAsync();
            await world.CheckPurgeAsync();
        }
    }

    private static async Task<bool> HoldsAsync(int[] seeds, int cutAt, Cut cut)
    {
        var world = new LoggedWorld();
        (world.Store.CutAt, world.Store.Cut) = (cutAt, cut);
        foreach (var seed in seeds)
            await world.DoAsync(seed);
        await world.CheckAsync();
        await world.CheckPurgeAsync();
        return true;
    }

    private static async Task RunAsync(LoggedWorld world)
    {
        for (var i = 0; i < 10; i++)
            await world.AppendAsync(i % 3, 3);
        await world.EraseAsync(0);
        await world.AppendAsync(0, 2);
        await TryAsync(world, purge: false);
        for (var i = 0; i < 6; i++)
            await world.AppendAsync(i % 3, 2);
        await world.EraseAsync(1);
        await world.RestartAsync();
        await TryAsync(world, purge: true);
        await world.AppendAsync(2, 1);
    }

    private static async Task TryAsync(LoggedWorld world, bool purge)
    {
        try
        {
            await world.CompactAsync(purge);
        }
        catch (IOException)
        {
            await world.RestartAsync();
        }
    }
}
