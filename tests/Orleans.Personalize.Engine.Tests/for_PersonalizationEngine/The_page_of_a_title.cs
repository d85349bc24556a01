using Orleans.Personalize.Engine.Tests.TestWorlds;
using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Tests.for_PersonalizationEngine;

public sealed class The_page_of_a_title
{
    private const string Synopsis = "A heist in Oslo goes wrong. Dr. J. Holm finds romance on the run! Who of the crew is a traitor?";

    private readonly TestWorld _world = new([
        .. TestWorld.Films(30, "Drama", "Crime"),
        .. Enumerable.Range(1, 6).SelectMany(i => new[]
        {
            TestWorld.Film($"heist-{i}", "Crime") with { Tags = ["heist"] },
            TestWorld.Film($"romance-{i}", "Crime") with { Tags = ["romance"] },
        }),
        TestWorld.Film("told", "Crime") with { Tags = ["heist", "romance"], Synopsis = Synopsis, People = [new Credit { Name = "Drama Director 1" }] },
        TestWorld.Film("series", "Drama") with { Kind = TitleKind.Series, RuntimeMinutes = 45, Episodes = [.. Episodes(1, 3), .. Episodes(2, 2), .. Episodes(3, 2)] },
    ]);

    [Theory]
    [InlineData("heist", "A heist in Oslo goes wrong.")]
    [InlineData("romance", "Dr. J. Holm finds romance on the run!")]
    public void Tells_the_line_that_suits_the_taste(string theme, string line) =>
        Assert.Equal(line, _world.NewProfile().Thumbed(Thumb.TwoUp, [.. Enumerable.Range(1, 6).Select(i => $"{theme}-{i}")]).PageOf("told").Line);

    [Fact]
    public void Tells_its_first_line_to_a_profile_of_which_nothing_is_known() =>
        Assert.Equal("A heist in Oslo goes wrong.", _world.NewProfile().PageOf("told").Line);

    [Fact]
    public void Has_no_line_without_a_synopsis() => Assert.Null(_world.NewProfile().PageOf("drama-1").Line);

    [Fact]
    public void Says_how_far_each_season_was_watched()
    {
        var profile = _world.NewProfile();
        profile.Does(new PlayPaused
        {
            Id = profile.NextId(),
            Profile = profile.Settings.Id,
            Time = profile.Now,
            Title = new TitleId("series"),
            Season = 2,
            Episode = 2,
            PositionSeconds = 600,
            DurationSeconds = 2700,
        });

        Assert.Equal([(1, 3, 3, false), (2, 2, 1, true), (3, 2, 0, false)], Seasons(profile.PageOf("series")));
    }

    [Fact]
    public void Has_no_season_watched_before_anything_was_played() =>
        Assert.Equal([(1, 3, 0, false), (2, 2, 0, false), (3, 2, 0, false)], Seasons(_world.NewProfile().PageOf("series")));

    [Fact]
    public void Shows_similar_titles_that_the_profile_may_see_and_has_not_finished()
    {
        var profile = _world.NewProfile().Completed("heist-1", "heist-2").Hid("heist-3");

        var similar = profile.PageOf("told").Similar.Select(card => card.Title.Value).ToArray();

        Assert.NotEmpty(similar);
        Assert.Empty(similar.Intersect(["told", "heist-1", "heist-2", "heist-3"]));
    }

    [Fact]
    public void Shows_more_with_its_people()
    {
        var row = Assert.Single(_world.NewProfile().PageOf("told").People);

        Assert.Equal(RowKind.Person, row.Kind);
        Assert.All(row.Cards, card => Assert.Contains("Drama Director 1", _world[card.Title.Value].People.Select(person => person.Name)));
        Assert.InRange(row.Cards.Length, 1, 8);
    }

    [Fact]
    public void Gives_every_reason_once_and_the_card_s_own_first()
    {
        var page = _world.NewProfile().Thumbed(Thumb.TwoUp, "heist-1", "heist-2", "romance-1", "romance-2").Listed("told").PageOf("told");

        Assert.Equal(page.Card.Reason, page.Reasons[0]);
        Assert.Equal(ReasonKind.MyList, page.Reasons[0].Kind);
        Assert.True(page.Reasons.Length > 1);
        Assert.Distinct(page.Reasons.Select(reason => reason.Text));
    }

    private static IEnumerable<Episode> Episodes(int season, int count) =>
        Enumerable.Range(1, count).Select(number => new Episode { Season = season, Number = number, RuntimeMinutes = 45 });

    private static IEnumerable<(int Season, int Episodes, int Watched, bool IsCurrent)> Seasons(TitlePage page) =>
        page.Seasons.Select(season => (season.Season, season.Episodes, season.Watched, season.IsCurrent));
}
