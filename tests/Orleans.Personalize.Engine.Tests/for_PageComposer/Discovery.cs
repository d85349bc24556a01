using Orleans.Personalize.Engine.Tests.TestWorlds;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Tests.for_PageComposer;

public sealed class Discovery
{
    private readonly TestWorld _world = TestWorld.Of(120, "Drama", "Comedy", "Horror", "Western", "Crime");

    [Fact]
    public void Shows_titles_unlike_what_was_watched()
    {
        var row = Watcher().Home().Row(RowKind.Explore);

        Assert.NotNull(row);
        Assert.Equal(ReasonKind.Explore, row.Reason.Kind);
        Assert.DoesNotContain(row.Titles(), title => title.Value.StartsWith("drama", StringComparison.Ordinal));
    }

    [Fact]
    public void Has_a_place_near_the_top_of_every_page_of_a_known_profile() =>
        Assert.Contains(Watcher().Home().Rows.Take(7), row => row.Kind is RowKind.Explore or RowKind.HiddenGems);

    [Fact]
    public void Is_not_forced_on_a_profile_of_which_nothing_is_known() =>
        Assert.DoesNotContain(_world.NewProfile().Home().Rows, row => row.Kind is RowKind.Explore or RowKind.HiddenGems);

    [Fact]
    public void Goes_on_to_other_titles_when_those_shown_were_passed_over()
    {
        var profile = Watcher();
        var shown = profile.Home().Row(RowKind.Explore)!.Titles()[..5];

        foreach (var title in shown) profile.Saw(title, 6);

        Assert.Empty(profile.Home().Row(RowKind.Explore)!.Titles().Intersect(shown));
    }

    private TestProfile Watcher() => _world.NewProfile().Completed("drama-1", "drama-2", "drama-3", "drama-4");
}
