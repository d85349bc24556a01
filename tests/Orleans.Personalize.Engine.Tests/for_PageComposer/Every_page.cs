using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Orleans.Personalize.Engine.Tests.TestWorlds;
using Orleans.Personalize.Json;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Tests.for_PageComposer;

public sealed class Every_page
{
    [Fact]
    public void Has_no_title_twice_above_the_fold() => Holds((_, page) => page.AboveTheFold() is var titles && titles.Distinct().Count() == titles.Length);

    [Fact]
    public void Has_no_title_twice_in_a_row() =>
        Holds((_, page) => page.Rows.All(row => row.Titles().Distinct().Count() == row.Cards.Length));

    [Fact]
    public void Has_no_row_twice() => Holds((_, page) => page.Rows.Select(row => row.Id).Distinct().Count() == page.Rows.Length);

    [Fact]
    public void Shows_only_what_the_profile_may_see() => Holds((world, page) => page.Titles().All(world.MaySee));

    [Fact]
    public void Recommends_nothing_finished_or_disliked() => Holds((world, page) =>
        page.Rows.Where(row => row.Kind is not (RowKind.MyList or RowKind.WatchAgain or RowKind.ContinueWatching))
            .SelectMany(row => row.Titles())
            .All(title => world.World.Catalog.TryGetNumber(title, out var number)
                && world.Profile.State.ProgressOf(number) != Profiles.WatchedTo.Finished
                && world.Profile.State.ThumbOf(number) != Events.Thumb.Down));

    [Fact]
    public void Is_no_larger_than_asked_for() => Holds((world, page) =>
        page.Rows.Length <= world.Rows && page.Rows.All(row => row.Cards.Length >= 1 && row.Cards.Length <= world.Columns));

    [Fact]
    public void Has_no_short_rows_but_those_the_profile_filled_itself() => Holds((world, page) =>
        page.Rows.All(row => row.Kind is RowKind.ContinueWatching or RowKind.MyList || row.Cards.Length >= Math.Min(4, world.Columns)));

    [Fact]
    public void Shows_probabilities_as_match_scores() => Holds((_, page) =>
        page.Rows.SelectMany(row => row.Cards).All(card => card.MatchScore is >= 0 and <= 1));

    [Fact]
    public void Is_the_same_for_the_same_input_even_from_another_engine() => Check(seed =>
    {
        var (first, second) = (new RandomWorld(seed), new RandomWorld(seed));
        var once = Json(first.Profile.Home(first.Rows, first.Columns));
        return once == Json(first.Profile.Home(first.Rows, first.Columns)) && once == Json(second.Profile.Home(second.Rows, second.Columns));
    });

    [Fact]
    public void Is_the_same_when_many_are_composed_at_once()
    {
        var world = TestWorld.Of(80, "Drama", "Comedy", "Horror", "Western");
        var profiles = Enumerable.Range(0, 16).Select(i => world.NewProfile($"P{i}").Completed($"drama-{i + 1}", $"horror-{i + 2}")).ToArray();
        var alone = profiles.Select(profile => Json(profile.Home())).ToArray();

        var together = Enumerable.Range(0, 128).AsParallel().Select(i => (Profile: i % 16, Page: Json(profiles[i % 16].Home()))).ToArray();

        Assert.All(together, entry => Assert.Equal(alone[entry.Profile], entry.Page));
    }

    private static string Json(HomePage page) => JsonSerializer.Serialize(page, PersonalizeJson.Options);

    private static void Holds(Func<RandomWorld, HomePage, bool> invariant) => Check(seed =>
    {
        var world = new RandomWorld(seed);
        return invariant(world, world.Profile.Home(world.Rows, world.Columns));
    });

    private static void Check(Func<int, bool> holds) =>
        Prop.ForAll(holds).Check(Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(20260515, 1).WithEndSize(100_000));
}
