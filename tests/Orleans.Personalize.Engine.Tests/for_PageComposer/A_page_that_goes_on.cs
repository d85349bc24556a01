using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Tests.TestWorlds;
using Orleans.Personalize.Json;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Tests.for_PageComposer;

public sealed class A_page_that_goes_on
{
    private readonly TestWorld _world = TestWorld.Of(60, "Drama", "Comedy", "Horror", "Western", "Crime");

    [Fact]
    public void Has_no_row_twice_and_no_title_twice_on_a_screen() => Holds((_, rows) =>
        rows.Select(row => row.Id).Distinct().Count() == rows.Count
        && Enumerable.Range(0, rows.Count).All(place =>
            rows.Skip(place - (place % 4)).Take(4).SelectMany(row => row.Titles()).CountBy(title => title).All(entry => entry.Value == 1)
            || rows.Skip(place - (place % 4)).Take(4).Any(row => row.Kind is RowKind.MyList or RowKind.ContinueWatching)));

    [Fact]
    public void Gives_no_title_again_while_the_catalogue_has_others()
    {
        var profile = _world.NewProfile().Completed("drama-1", "horror-1");

        var rows = AllRows(profile, 5, 6, 3);

        var titles = rows.Take(8).SelectMany(row => row.Titles()).ToArray();
        Assert.Distinct(titles);
        Assert.True(rows.Count > 10, $"{rows.Count} rows");
    }

    [Fact]
    public void Shows_only_what_the_profile_may_see() => Holds((world, rows) => rows.SelectMany(row => row.Titles()).All(world.MaySee));

    [Fact]
    public void Has_at_most_forty_rows() => Holds((_, rows) => rows.Count <= 40);

    [Fact]
    public void Says_where_its_rows_stand()
    {
        var profile = _world.NewProfile().Completed("drama-1");
        var page = profile.Home(rows: 3, columns: 5);

        var more = profile.Rows(page.Id, page.Next!, count: 2);

        Assert.Equal((page.Id, 3, 2), (more.Page, more.FirstRow, more.Rows.Length));
        Assert.Equal(5, profile.Rows(page.Id, more.Next!).FirstRow);
        Assert.All(more.Rows, row => Assert.InRange(row.Cards.Length, 1, 5));
    }

    [Fact]
    public void Ends_where_nothing_is_left() => Assert.Null(_world.NewProfile().Home(rows: 40).Next);

    [Fact]
    public void Keeps_its_place_when_it_is_asked_for_again()
    {
        var profile = _world.NewProfile().Completed("drama-1");
        var page = profile.Home(rows: 4);

        Assert.Equal(Json(profile.Rows(page.Id, page.Next!)), Json(profile.Rows(page.Id, page.Next!)));
    }

    [Fact]
    public void Brings_less_of_a_theme_that_was_scrolled_past()
    {
        var (page, profile) = WithGenreRow("genre:drama");
        var before = DramaIn(profile.Rows(page.Id, page.Next!, 6));

        var after = DramaIn(profile.ScrolledPast("genre:drama").Rows(page.Id, page.Next!, 6));

        Assert.True(after < before, $"{before} before, {after} after");
    }

    [Fact]
    public void Brings_more_of_a_theme_that_was_scrolled_along_and_other_titles_of_it()
    {
        var (page, profile) = WithGenreRow("genre:drama");
        var before = DramaIn(profile.Rows(page.Id, page.Next!, 6));

        var rows = profile.ScrolledAlong("genre:drama", 7).Rows(page.Id, page.Next!, 6);

        Assert.True(DramaIn(rows) > before, $"{before} before, {DramaIn(rows)} after");
        Assert.Empty(rows.Rows.SelectMany(row => row.Titles()).Intersect(page.Titles()));
    }

    [Theory]
    [InlineData(RowKind.BecauseYouWatched)]
    [InlineData(RowKind.MicroGenre)]
    [InlineData(RowKind.Person)]
    public void Brings_what_a_row_holds_that_was_scrolled_past_later(RowKind kind)
    {
        var (page, profile) = WithRow(row => row.Kind == kind);
        var passed = page.Rows.First(row => row.Kind == kind);
        var genre = _world[passed.Titles()[0].Value].Genres[0];
        var before = Nearness(profile.Rows(page.Id, page.Next!, 12));

        var after = Nearness(profile.ScrolledPast(passed.Id.Value).ScrolledPast(passed.Id.Value).Rows(page.Id, page.Next!, 12));

        Assert.True(after < before, $"{before} before, {after} after");

        double Nearness(HomeRows rows) => rows.Rows.Index().Sum(row => row.Item.Titles().Count(title => _world[title.Value].Genres.Contains(genre)) / (1.0 + row.Index));
    }

    [Fact]
    public void Says_nothing_of_themes_where_a_row_of_many_was_scrolled_past()
    {
        var (page, profile) = WithRow(row => row.Kind == RowKind.Explore);
        var before = profile.Rows(page.Id, page.Next!, 6);

        profile.ScrolledPast("explore");

        Assert.Equal(before.Rows.Select(row => row.Id), profile.Rows(page.Id, page.Next!, 6).Rows.Select(row => row.Id));
    }

    [Fact]
    public void Goes_on_with_a_new_model()
    {
        var profile = _world.NewProfile().Completed("drama-1");
        var page = profile.Home(rows: 4);
        var other = new PersonalizationEngine(_world.Catalog, PersonalizationModel.Untrained);

        var rows = other.ContinueHome(profile.State, profile.Settings, profile.Moment, Request(profile, page.Id, page.Next!));

        Assert.Empty(rows.Rows.Select(row => row.Id).Intersect(page.Rows.Select(row => row.Id)));
    }

    [Fact]
    public void Is_gone_after_some_hours()
    {
        var profile = _world.NewProfile();
        var page = profile.Home(rows: 4);

        profile.Now += TimeSpan.FromHours(6.1);

        Assert.Throws<PageGoneException>(() => profile.Rows(page.Id, page.Next!));
    }

    [Fact]
    public void Goes_on_for_its_own_profile_and_page_and_selection_only()
    {
        var profile = _world.NewProfile();
        var selection = new TitleSelection { Filter = "genre:drama or genre:crime" };
        var page = profile.Home(rows: 1, columns: 4, selection: selection);

        Assert.Equal("after", Assert.Throws<InvalidRequestException>(() => profile.Rows(new PageId("other"), page.Next!, selection: selection)).Field);
        Assert.Equal("after", Assert.Throws<InvalidRequestException>(() => _world.NewProfile("Otto").Rows(page.Id, page.Next!, selection: selection)).Field);
        Assert.Equal("filter", Assert.Throws<InvalidRequestException>(() => profile.Rows(page.Id, page.Next!)).Field);
        Assert.Equal(1, profile.Rows(page.Id, page.Next!, selection: selection).FirstRow);
    }

    [Fact]
    public void Refuses_every_damaged_cursor()
    {
        var profile = _world.NewProfile();
        var page = profile.Home(rows: 4);

        for (var i = 0; i < page.Next!.Length; i += 7)
        {
            var damaged = page.Next[..i] + (page.Next[i] == 'A' ? 'B' : 'A') + page.Next[(i + 1)..];
            Assert.Equal("after", Assert.Throws<InvalidRequestException>(() => profile.Rows(page.Id, damaged)).Field);
            Assert.Equal("after", Assert.Throws<InvalidRequestException>(() => profile.Rows(page.Id, page.Next[..i])).Field);
        }
    }

    private static HomeRowsRequest Request(TestProfile profile, PageId page, string after) =>
        new() { Profile = profile.Settings.Id, Page = page, After = after };

    private static int DramaIn(HomeRows rows) =>
        rows.Rows.SelectMany(row => row.Cards).Count(card => card.Title.Value.StartsWith("drama", StringComparison.Ordinal));

    private (HomePage Page, TestProfile Profile) WithGenreRow(string id) => WithRow(row => row.Id == new RowId(id));

    private (HomePage Page, TestProfile Profile) WithRow(Func<Row, bool> isWanted)
    {
        var profile = _world.NewProfile().Completed("drama-1", "horror-1", "western-1", "crime-1", "comedy-1");
        for (var rows = 3; ; rows++)
        {
            var page = profile.Home(rows, columns: 6);
            if (page.Rows.Any(isWanted)) return (page, profile);
        }
    }

    private static List<Row> AllRows(TestProfile profile, int first, int columns, int each)
    {
        var page = profile.Home(first, columns);
        var rows = page.Rows.ToList();
        for (var next = page.Next; next is not null;)
        {
            var more = profile.Rows(page.Id, next, each);
            Assert.Equal(rows.Count, more.FirstRow);
            rows.AddRange(more.Rows);
            next = more.Next;
        }

        return rows;
    }

    private static string Json<T>(T answer) => JsonSerializer.Serialize(answer, PersonalizeJson.Options);

    private static void Holds(Func<RandomWorld, List<Row>, bool> invariant) =>
        Prop.ForAll<int>(seed =>
        {
            var world = new RandomWorld(seed);
            return invariant(world, AllRows(world.Profile, 1 + (world.Rows % 9), world.Columns, 1 + (world.Columns % 7)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(20260515, 1).WithEndSize(100_000));
}
