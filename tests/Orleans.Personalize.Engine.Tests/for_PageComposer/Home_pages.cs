using System.Collections.Immutable;
using Orleans.Personalize.Engine.Tests.TestWorlds;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Tests.for_PageComposer;

public sealed class Home_pages
{
    private readonly TestWorld _world = TestWorld.Of(60, "Drama", "Comedy", "Horror", "Western", "Crime");

    [Fact]
    public void A_cold_profile_gets_popular_new_and_genre_rows()
    {
        _world.LetTrend([.. Enumerable.Range(1, 12).Select(i => $"crime-{i}")]);

        var page = _world.NewProfile().Home();

        Assert.Equal("crime-1", page.Row(RowKind.Trending)!.Cards[0].Title.Value);
        Assert.Equal("Popular titles to begin with", page.Row(RowKind.TopPicks)!.Title);
        Assert.Equal(5, page.Rows.Count(row => row.Kind == RowKind.Genre));
        Assert.All(page.Rows.Where(row => row.Kind == RowKind.Genre), row => Assert.Equal(ReasonKind.Popular, row.Reason.Kind));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(1.5)]
    [InlineData(4)]
    public void Counts_of_fewer_or_more_titles_than_the_catalogue_has_are_no_fault(double share)
    {
        // Who counts has room to spare, or has not heard of the newest titles yet.
        var counted = (int)(share * _world.Catalog.Count);
        float[] plays = [.. Enumerable.Range(1, counted).Select(i => (float)i)];
        _world.Trend = TrendSnapshot.Of(Enumerable.Repeat(TitleStatistics.Empty, counted).ToArray(), TestWorld.Now) with
        {
            Plays = [.. plays],
            Countries = ImmutableDictionary<string, ImmutableArray<float>>.Empty.Add("DE", [.. plays]),
        };

        Assert.NotEmpty(_world.NewProfile().Home().Rows);
        Assert.NotEmpty(_world.NewProfile().Completed("drama-1").Home(country: "DE").Rows);
        Assert.NotEmpty(_world.NewProfile().Completed("drama-1").Recommended().Cards);
    }

    [Fact]
    public void A_profile_with_a_history_is_greeted_by_name() =>
        Assert.Equal("Top picks for Mara", _world.NewProfile().Completed("drama-1").Home().Row(RowKind.TopPicks)!.Title);

    [Fact]
    public void A_thumb_up_lifts_the_genre_s_row_and_changes_the_page()
    {
        _world.LetTrend([.. Enumerable.Range(1, 30).Select(i => $"western-{i}")]);
        var profile = _world.NewProfile().Completed("drama-1");
        var before = profile.Home();

        var after = profile.Thumbed(Thumb.TwoUp, "horror-1", "horror-2").Home();

        Assert.True(after.PlaceOf("genre:horror") < before.PlaceOf("genre:horror"));
        Assert.NotEqual(before.Titles(), after.Titles());
        Assert.NotEqual(before.Id, after.Id);
    }

    [Fact]
    public void A_row_scrolled_past_moves_down()
    {
        var profile = _world.NewProfile().Completed("drama-1", "horror-1");
        var row = profile.Home().Rows.First(r => r.Kind == RowKind.Genre).Id.Value;
        var before = profile.Home().PlaceOf(row);

        var after = profile.ScrolledPast(row).ScrolledPast(row).ScrolledPast(row).Home();

        Assert.True(after.PlaceOf(row) > before, $"{before} before, {after.PlaceOf(row)} after");
    }

    [Fact]
    public void A_row_scrolled_along_stays_but_begins_with_other_titles()
    {
        var profile = _world.NewProfile().Completed("drama-1", "horror-1");
        var before = profile.Home();
        var row = before.Rows.First(r => r.Kind == RowKind.Genre).Id.Value;
        var firstScreen = before.Row(row)!.Titles()[..8];

        foreach (var title in firstScreen) profile.Saw(title, 1);
        var after = profile.ScrolledAlong(row, 7).Home();

        Assert.InRange(after.PlaceOf(row), 0, PageExtensions.FoldRows - 1);
        Assert.Empty(after.Row(row)!.Titles()[..5].Intersect(firstScreen));
    }

    [Fact]
    public void A_title_seen_often_and_never_touched_goes_down()
    {
        var profile = _world.NewProfile().Completed("drama-1");
        var first = profile.Home().Row(RowKind.TopPicks)!.Cards[0].Title;

        profile.Saw(first, 12);

        Assert.DoesNotContain(first, profile.Home().Row(RowKind.TopPicks)!.Titles()[..3]);
    }

    [Fact]
    public void A_paused_play_is_on_top_to_be_continued_until_it_is_finished()
    {
        var profile = _world.NewProfile().Completed("drama-1").Paused("crime-3", 1800);

        var row = profile.Home().Rows[0];
        Assert.Equal((RowKind.ContinueWatching, "crime-3"), (row.Kind, Assert.Single(row.Cards).Title.Value));
        Assert.Equal(1800, row.Cards[0].Progress?.PositionSeconds);
        Assert.Equal("70 minutes left", row.Cards[0].Reason.Text);

        Assert.Null(profile.Completed("crime-3").Home().Row(RowKind.ContinueWatching));
    }

    [Fact]
    public void What_was_left_long_ago_is_no_longer_offered_to_be_resumed()
    {
        var profile = _world.NewProfile().Paused("crime-3");

        profile.Now += TimeSpan.FromDays(121);

        Assert.Null(profile.Home().Row(RowKind.ContinueWatching));
    }

    [Fact]
    public void Because_you_watched_names_the_title_and_shows_similar_ones()
    {
        var row = _world.NewProfile().Completed("horror-6").Home().Row(RowKind.BecauseYouWatched);

        Assert.NotNull(row);
        Assert.Equal("Because you watched The horror-6", row.Title);
        Assert.Equal((ReasonKind.LikeTitle, new TitleId("horror-6")), (row.Reason.Kind, row.Reason.Title));
        Assert.All(row.Titles()[..5], title => Assert.StartsWith("horror-", title.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Because_you_watched_does_not_start_from_what_was_disliked() =>
        Assert.Null(_world.NewProfile().Completed("horror-6").Thumbed(Thumb.Down, "horror-6").Home().Row(RowKind.BecauseYouWatched));

    [Fact]
    public void Two_because_rows_do_not_start_from_titles_that_are_alike()
    {
        // The same tags, director and genre as each other.
        var page = _world.NewProfile().Completed("horror-1", "horror-36").Home();

        Assert.Single(page.Rows, row => row.Kind == RowKind.BecauseYouWatched);
    }

    [Fact]
    public void My_list_keeps_its_titles_for_itself_above_the_fold()
    {
        var profile = _world.NewProfile().Completed("drama-1");
        var best = profile.Home().AboveTheFold().Take(3).ToArray();

        var page = profile.Listed([.. best.Select(title => title.Value)]).Home();

        Assert.Equal(best.Reverse(), page.Row(RowKind.MyList)!.Titles());
        Assert.Equal(page.AboveTheFold().Length, page.AboveTheFold().Distinct().Count());
    }

    [Fact]
    public void A_liked_person_gets_a_row()
    {
        var profile = _world.NewProfile().Thumbed(Thumb.TwoUp, "drama-5", "drama-10", "drama-15", "drama-20");

        var row = profile.Home().Row(RowKind.Person);

        Assert.NotNull(row);
        Assert.Equal("More from Drama Director 0", row.Title);
        Assert.All(row.Cards, card => Assert.Contains(_world[card.Title.Value].People, person => person.Name == "Drama Director 0"));
    }

    [Fact]
    public void A_mood_liked_within_a_genre_gets_a_row_with_a_natural_name()
    {
        var profile = _world.NewProfile().Thumbed(Thumb.TwoUp, "comedy-2", "comedy-4", "comedy-6", "comedy-8");

        var row = profile.Home().Rows.First(r => r.Kind == RowKind.MicroGenre);

        Assert.StartsWith("Witty comedies", row.Title, StringComparison.Ordinal);
        Assert.All(row.Cards, card => Assert.Contains("witty", _world[card.Title.Value].Tags));
    }

    [Fact]
    public void What_was_finished_and_liked_some_time_ago_can_be_watched_again()
    {
        string[] liked = ["drama-1", "drama-2", "drama-3", "drama-4"];
        var profile = _world.NewProfile().Completed(liked);
        Assert.Null(profile.Home().Row(RowKind.WatchAgain));

        profile.Now += TimeSpan.FromDays(60);

        Assert.Equal(liked.Order(), profile.Home().Row(RowKind.WatchAgain)!.Titles().Select(title => title.Value).Order());
    }

    [Fact]
    public void New_titles_have_a_row_and_old_ones_are_not_in_it()
    {
        var world = new TestWorld(TestWorld.Films(30, "Drama", "Comedy").Select((title, i) =>
            title with { AddedAt = TestWorld.Now.AddDays(i < 10 ? -i : -100 - i) }));

        var row = world.NewProfile().Home().Row(RowKind.NewArrivals);

        Assert.NotNull(row);
        Assert.InRange(row.Cards.Length, 4, 10);
        Assert.All(row.Cards, card => Assert.Equal("New", card.Label));
    }

    [Fact]
    public void What_the_profile_s_country_watches_has_a_row_of_at_most_ten()
    {
        var plays = Enumerable.Range(0, _world.Catalog.Count).Select(number => number < 15 ? 100f - number : 0f);
        _world.Trend = new TrendSnapshot(TestWorld.Now, []) { Countries = ImmutableDictionary<string, ImmutableArray<float>>.Empty.Add("DE", [.. plays]) };
        var (german, french) = (_world.NewProfile(), _world.NewProfile());
        german.Settings = german.Settings with { Country = "DE" };
        french.Settings = french.Settings with { Country = "FR" };

        var row = german.Home().Row(RowKind.TopInCountry);

        Assert.NotNull(row);
        Assert.InRange(row.Cards.Length, 4, 10);
        Assert.Equal(row.Titles().OrderBy(title => int.Parse(title.Value["drama-".Length..])), row.Titles());
        Assert.Null(french.Home().Row(RowKind.TopInCountry));
    }

    [Fact]
    public void A_small_catalogue_repeats_titles_below_the_fold_only()
    {
        var world = TestWorld.Of(20, "Drama", "Comedy", "Horror");

        var page = world.NewProfile().Home();

        Assert.True(page.Rows.Length > 4, $"{page.Rows.Length} rows");
        Assert.Equal(page.AboveTheFold().Length, page.AboveTheFold().Distinct().Count());
        Assert.All(page.Titles().GroupBy(title => title), group => Assert.InRange(group.Count(), 1, 2));
    }

    [Fact]
    public void The_whole_page_is_free_of_repeats_where_the_catalogue_is_large_enough()
    {
        var world = TestWorld.Of(300, "Drama", "Comedy", "Horror", "Western", "Crime");

        var titles = world.NewProfile().Completed("drama-1").Home(rows: 10).Titles();

        Assert.Equal(titles.Length, titles.Distinct().Count());
    }

    [Fact]
    public void An_empty_catalogue_gives_an_empty_page() => Assert.Empty(new TestWorld([]).NewProfile().Home().Rows);

    [Fact]
    public void The_parts_of_a_score_are_on_the_cards_when_asked_for()
    {
        var profile = _world.NewProfile().Completed("drama-1");

        var parts = profile.Home(explain: true).Rows[0].Cards[0].Parts.Select(part => part.Part);

        Assert.Contains("content", parts);
        Assert.Contains("fatigue", parts);
        Assert.All(profile.Home().Rows.SelectMany(row => row.Cards), card => Assert.Empty(card.Parts));
    }

    [Fact]
    public void The_page_s_moment_bears_the_profile_s_own_offset()
    {
        var profile = _world.NewProfile();
        profile.Does(new TitleOpened
        {
            Id = profile.NextId(),
            Profile = profile.Settings.Id,
            Time = profile.Now.ToOffset(TimeSpan.FromHours(2)),
            Title = new TitleId("drama-1"),
        });

        var page = profile.Home();

        Assert.Equal(profile.Now, page.ComposedAt);
        Assert.Equal(TimeSpan.FromHours(2), page.ComposedAt.Offset);
    }
}
