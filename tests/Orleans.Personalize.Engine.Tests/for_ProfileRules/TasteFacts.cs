using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Tests.Worlds;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using static Orleans.Personalize.Engine.Tests.Worlds.SmallWorld;

namespace Orleans.Personalize.Engine.Tests.for_ProfileRules;

public sealed class TasteFacts
{
    private const double Day = 24 * 60;

    private readonly SmallWorld _world = new();

    [Fact]
    public void A_liked_title_makes_its_themes_liked()
    {
        _world.Then(_world.Gave(Thumb.Up, Horror));
        Assert.True(_world.TasteFor(ThemeKind.Genre, "Horror") > 0.2f);
        Assert.True(_world.TasteFor(ThemeKind.Person, "Ann") > 0);
        Assert.True(_world.TasteFor(ThemeKind.Decade, "1990s") > 0);
        Assert.Equal(0, _world.TasteFor(ThemeKind.Genre, "Comedy"));
    }

    [Fact]
    public void A_disliked_title_makes_its_themes_disliked()
    {
        _world.Then(_world.Gave(Thumb.Down, Horror));
        Assert.True(_world.TasteFor(ThemeKind.Genre, "Horror") < -0.2f);
    }

    [Fact]
    public void A_person_of_one_title_only_takes_no_room()
    {
        _world.Then(_world.Gave(Thumb.Up, Horror));
        Assert.Equal(0, _world.TasteFor(ThemeKind.Person, "Only Here"));
    }

    [Fact]
    public void The_events_of_one_playback_add_up_to_no_more_than_its_strength()
    {
        _world.Then(_world.Opened(Horror), _world.Started(Horror, 1), _world.Paused(Horror, 3000, 50), _world.Completed(Horror, 100));
        var step = _world.TasteFor(ThemeKind.Genre, "Horror", 100);
        var direct = new SmallWorld();
        direct.Then(direct.Completed(Horror, 100));
        Assert.Equal(direct.TasteFor(ThemeKind.Genre, "Horror", 100), step, 0.001f);
    }

    [Fact]
    public void Taste_halves_in_60_days()
    {
        _world.Then(_world.Gave(Thumb.Up, Horror));
        Assert.Equal(_world.TasteFor(ThemeKind.Genre, "Horror") / 2, _world.TasteFor(ThemeKind.Genre, "Horror", 60 * Day), 0.0005f);
    }

    [Fact]
    public void The_order_of_arrival_does_not_matter_to_taste()
    {
        _world.Then(_world.Completed(Horror, 30 * Day), _world.Completed(Comedy));
        var other = new SmallWorld();
        other.Then(other.Completed(Comedy), other.Completed(Horror, 30 * Day));
        foreach (var (kind, name) in new[] { (ThemeKind.Genre, "Horror"), (ThemeKind.Genre, "Comedy"), (ThemeKind.Tag, "dark") })
            Assert.Equal(other.TasteFor(kind, name, 40 * Day), _world.TasteFor(kind, name, 40 * Day), 0.0005f);
    }

    [Fact]
    public void A_row_scrolled_past_counts_against_it_and_its_theme()
    {
        _world.Then(new RowScrolledPast { Id = _world.NextId(), Profile = Settings.Id, Time = At(0), Row = new RowId("genre:drama") });
        Assert.Equal(-0.25f, _world.State.InterestIn(new RowId("genre:drama"), At(0)), 0.001f);
        Assert.True(_world.TasteFor(ThemeKind.Genre, "Drama") < 0);
        Assert.Equal(0, _world.State.InterestIn(new RowId("genre:horror"), At(0)));
    }

    [Fact]
    public void A_row_scrolled_along_counts_for_it_and_remembers_how_far()
    {
        _world.Then(Along("genre:drama", 7), Along("genre:drama", 3), Along("trending", 2));
        Assert.Equal(0.6f, _world.State.InterestIn(new RowId("genre:drama"), At(0)), 0.001f);
        Assert.True(_world.TasteFor(ThemeKind.Genre, "Drama") > 0);
        Assert.Equal(8, _world.State.ColumnsPassed(new RowId("genre:drama"), At(0)), 0.01f);
        Assert.Equal(3, _world.State.ColumnsPassed(new RowId("trending"), At(0)), 0.01f);
        Assert.Equal(4, _world.State.ColumnsPassed(new RowId("genre:drama"), At(Day)), 0.01f);
    }

    [Fact]
    public void Being_shown_tires_and_fades_with_a_half_life_of_three_days()
    {
        _world.Then(_world.Shown(Horror), _world.Shown(Horror), _world.Shown(Comedy));
        Assert.Equal(2, _world.State.FatigueOf(Horror, At(0)), 0.001f);
        Assert.Equal(1, _world.State.FatigueOf(Horror, At(3 * Day)), 0.001f);
        var all = new TitleFatigue[ProfileState.MaxFatigued];
        Assert.Equal(2, _world.State.CopyFatigue(all, At(0)));
        Assert.Equal([Horror, Comedy], all[..2].Select(fatigue => fatigue.Title));
    }

    [Fact]
    public void Passing_a_row_that_mixes_themes_says_something_of_each()
    {
        _world.Then(Past("mix:drama+dark+series"));
        Assert.Equal(-0.0625f, _world.TasteFor(ThemeKind.Genre, "Drama"), 0.001f);
        Assert.Equal(-0.0625f, _world.TasteFor(ThemeKind.Tag, "dark"), 0.001f);
        Assert.Equal(0, _world.TasteFor(ThemeKind.Genre, "Comedy"));
    }

    [Fact]
    public void Following_a_row_that_starts_from_a_title_speaks_for_the_themes_of_that_title()
    {
        _world.Then(Along("because:comedy", 4));
        Assert.True(_world.TasteFor(ThemeKind.Genre, "Comedy") > 0);
        Assert.True(_world.TasteFor(ThemeKind.Tag, "dark") > 0);
        Assert.Equal(0, _world.TasteFor(ThemeKind.Genre, "Drama"));
    }

    [Theory]
    [InlineData("trending")]
    [InlineData("because:nobody-knows")]
    [InlineData("because:")]
    [InlineData("mix:")]
    [InlineData("hidden-gems")]
    public void Passing_a_row_without_a_theme_says_nothing_of_themes(string row)
    {
        _world.Then(Past(row));
        Assert.Empty(_world.Rules.Describe(_world.State).Themes);
    }

    [Fact]
    public void Playing_a_title_ends_its_fatigue()
    {
        _world.Then(_world.Shown(Horror), _world.Shown(Comedy), _world.Started(Horror, 1));
        Assert.Equal(0, _world.State.FatigueOf(Horror, At(1)));
        Assert.Equal(1, _world.State.FatigueOf(Comedy, At(1)), 0.01f);
    }

    [Fact]
    public void An_opened_card_says_something_about_its_picture()
    {
        _world.Then(_world.Opened(Horror) with { Artwork = new ArtworkId("a1") }, _world.Opened(Comedy) with { Artwork = new ArtworkId("none") });
        Assert.Equal(0.5f, _world.State.ArtworkTasteFor("red", At(0)), 0.001f);
        Assert.Equal(0, _world.State.ArtworkTasteFor("blue", At(0)));
    }

    [Fact]
    public void Playing_makes_habits_of_day_hour_and_screen()
    {
        _world.Then(
            _world.Started(Horror),
            _world.Started(Comedy, 50),
            _world.Started(Drama, 12 * 60) with { Device = DeviceKind.Phone });
        Assert.Equal(2f / 3, _world.State.HabitOf(At(0), DeviceKind.Tv), 0.02f);
        Assert.Equal(1f / 3, _world.State.HabitOf(At(12 * 60), DeviceKind.Phone), 0.02f);
        Assert.Equal(0, _world.State.HabitOf(At(0), DeviceKind.Web));
    }

    [Fact]
    public void Visits_tell_in_which_hours_of_the_week_the_profile_is_there()
    {
        const int fridayAtEight = (24 * (int)DayOfWeek.Friday) + 20;
        _world.Then(_world.Opened(Horror), _world.Started(Comedy, 7 * 24 * 60), _world.Started(Drama, (60 + 7) * 24 * 60));
        var hours = new float[ProfileState.HoursOfWeek];
        _world.State.CopyActivity(hours, At((60 + 7) * 24 * 60));
        Assert.Equal(0.5f + float.Exp2(-67f / 60), hours[fridayAtEight], 0.01f);
        Assert.Equal(1, hours[(24 * (int)At((60 + 7) * 24 * 60).DayOfWeek) + 20], 0.01f);
        Assert.Equal(2, hours.Count(visits => visits > 0));
    }

    [Fact]
    public void What_was_learnt_can_be_read()
    {
        _world.Then(_world.Gave(Thumb.Up, Horror), _world.Gave(Thumb.Down, Comedy, 1));
        var taste = _world.Rules.Describe(_world.State);
        Assert.Equal(("genre", "Horror"), (taste.Themes.First(entry => entry.Weight > 0).Kind, taste.Themes.First(entry => entry.Weight > 0).Name));
        Assert.Equal("Comedy", taste.Themes.First(entry => entry.Weight < 0).Name);
        Assert.Equal(taste.Themes.Select(entry => Math.Abs(entry.Weight)).OrderDescending(), taste.Themes.Select(entry => Math.Abs(entry.Weight)));
        Assert.Equal(["comedy", "horror"], taste.Recent.Select(interaction => interaction.Title.Value));
    }

    [Fact]
    public void Nothing_is_known_of_a_profile_that_did_nothing()
    {
        var taste = _world.Rules.Describe(ProfileState.Empty);
        Assert.Empty(taste.Themes);
        Assert.Empty(taste.Recent);
        Assert.Null(taste.ModelVersion);
    }

    private RowScrolledPast Past(string row) => new() { Id = _world.NextId(), Profile = Settings.Id, Time = At(0), Row = new RowId(row) };

    private RowScrolledAlong Along(string row, int column) =>
        new() { Id = _world.NextId(), Profile = Settings.Id, Time = At(0), Row = new RowId(row), ThroughColumn = column };
}
