using Orleans.Personalize.Engine.Tests.TestWorlds;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Tests.for_PageComposer;

public sealed class What_is_seen_every_day
{
    private const int Days = 10;

    private readonly TestWorld _world = TestWorld.Of(60, "Drama", "Comedy", "Horror", "Western", "Crime");

    [Fact]
    public void Stands_at_no_place_for_more_than_four_days() =>
        StandsNowhereLong(_world.NewProfile().Completed("drama-1", "horror-1").Paused("crime-3", 1800));

    [Fact]
    public void Stands_at_no_place_of_the_trends_for_more_than_four_days_although_everybody_watches_it()
    {
        // A tenth of the titles, each watched somewhat less than the one before.
        _world.Trend = new TrendSnapshot(TestWorld.Now, [.. Enumerable.Range(0, _world.Catalog.Count).Select(i => i % 10 == 0 ? 1000 * MathF.Pow(0.85f, i / 10) : 0)]);
        var newcomer = _world.NewProfile();
        Assert.Equal(RowKind.Trending, newcomer.Home().Rows[0].Kind);

        StandsNowhereLong(newcomer, RowKind.Trending);
    }

    [Fact]
    public void Leaves_the_top_of_the_trends_although_nothing_else_is_watched_half_as_much()
    {
        _world.Trend = new TrendSnapshot(TestWorld.Now, [.. Enumerable.Range(0, _world.Catalog.Count).Select(i => i == 7 ? 50_000f : i % 10 == 0 ? 20 : 0)]);
        var newcomer = _world.NewProfile();

        StandsNowhereLong(newcomer, RowKind.Trending);
    }

    [Fact]
    public void Tires_also_who_sees_far_more_than_is_remembered()
    {
        // The last number of all: it is the first to go where many weigh the same.
        var last = _world.Catalog.Count - 1;
        _world.Trend = new TrendSnapshot(TestWorld.Now, [.. Enumerable.Range(0, _world.Catalog.Count).Select(i => i == last ? 1000f : i % 10 == 0 ? 500 : 0)]);
        var profile = _world.NewProfile();
        var top = _world.Catalog[last]!.Id;
        Assert.Equal(top, profile.Home().Row(RowKind.Trending)!.Titles()[0]);

        for (var day = 0; day < 5; day++)
        {
            foreach (var title in profile.Home(rows: 12, columns: 10).Rows.SelectMany(row => row.Titles()).ToArray()) profile.Saw(title, 1);
            profile.Now += TimeSpan.FromDays(1);
        }

        Assert.NotEqual(top, profile.Home().Row(RowKind.Trending)!.Titles()[0]);
    }

    [Fact]
    public void Comes_back_when_it_was_not_seen_for_a_while()
    {
        var profile = _world.NewProfile().Completed("drama-1");
        var before = Picks(profile);
        for (var day = 0; day < 5; day++) Look(profile);
        Assert.NotEmpty(before.Except(Picks(profile)));

        profile.Now += TimeSpan.FromDays(30);

        Assert.Equal(before, Picks(profile));
    }

    [Fact]
    public void Stays_where_the_profile_put_it()
    {
        var profile = _world.NewProfile().Paused("crime-3", 1800).Listed("western-5", "western-6");
        var before = profile.Home();

        for (var day = 0; day < Days; day++) Look(profile, own: true);

        Assert.Equal(before.Row(RowKind.ContinueWatching)!.Titles(), profile.Home().Row(RowKind.ContinueWatching)!.Titles());
        Assert.Equal(before.Row(RowKind.MyList)!.Titles(), profile.Home().Row(RowKind.MyList)!.Titles());
    }

    private static void StandsNowhereLong(TestProfile profile, RowKind? kind = null)
    {
        var stood = new Dictionary<(RowId, int, TitleId), int>();
        for (var day = 0; day < Days; day++)
        {
            var seen = Look(profile, kind: kind);
            foreach (var place in stood.Keys.Except(seen).ToArray()) stood.Remove(place);
            foreach (var place in seen) stood[place] = stood.GetValueOrDefault(place) + 1;
            Assert.All(stood, entry => Assert.True(entry.Value <= 4, $"day {day}: {entry.Key} since {entry.Value} days"));
        }
    }

    // One look at the first screen, and the next one a day later.
    private static List<(RowId Row, int Column, TitleId Title)> Look(TestProfile profile, bool own = false, RowKind? kind = null)
    {
        var seen = new List<(RowId, int, TitleId)>();
        foreach (var row in profile.Home().Rows.Take(PageExtensions.FoldRows))
        {
            if (!own && row.Kind is RowKind.ContinueWatching or RowKind.MyList) continue;
            if (kind is not null && row.Kind != kind) continue;
            for (var column = 0; column < Math.Min(PageExtensions.FoldColumns, row.Cards.Length); column++)
                seen.Add((row.Id, column, row.Cards[column].Title));
        }

        foreach (var (_, _, title) in seen) profile.Saw(title, 1);
        profile.Now += TimeSpan.FromDays(1);
        return seen;
    }

    private static TitleId[] Picks(TestProfile profile) => profile.Home().Row(RowKind.TopPicks)!.Titles()[..5];
}
