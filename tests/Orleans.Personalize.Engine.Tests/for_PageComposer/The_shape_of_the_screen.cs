using Orleans.Personalize.Engine.Pages;
using Orleans.Personalize.Engine.Tests.TestWorlds;
using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Tests.for_PageComposer;

public sealed class The_shape_of_the_screen
{
    private readonly TestWorld _world = TestWorld.Of(60, "Drama", "Comedy", "Crime", "Family", "Western", "Horror");

    [Theory]
    [InlineData(DeviceKind.Tv)]
    [InlineData(DeviceKind.Phone)]
    [InlineData(DeviceKind.Tablet)]
    [InlineData(DeviceKind.Web)]
    public void No_title_stands_twice_where_it_is_seen_at_once(DeviceKind device)
    {
        var shape = PageOptions.Default.ShapeOf(device);
        foreach (var screen in Home(device).Rows.Chunk(shape.Rows))
            Assert.Distinct(screen.SelectMany(row => row.Titles()));
    }

    [Theory]
    [InlineData(DeviceKind.Tv)]
    [InlineData(DeviceKind.Phone)]
    public void The_best_titles_stand_where_they_are_seen_without_scrolling(DeviceKind device)
    {
        var profile = Viewer();
        var shape = PageOptions.Default.ShapeOf(device);
        var best = profile.Recommended(shape.Columns).Cards.Select(card => card.Title);
        Assert.Subset(Home(device).Rows.Take(shape.Rows).SelectMany(row => row.Titles().Take(shape.Columns)).ToHashSet(), best.ToHashSet());
    }

    [Fact]
    public void A_phone_shows_the_first_titles_of_more_rows_and_a_television_more_titles_of_fewer()
    {
        var (phone, tv) = (PageOptions.Default.Phone, PageOptions.Default.Tv);
        Assert.True(phone.Columns < tv.Columns && phone.Rows > tv.Rows);
        Assert.NotEqual(
            Home(DeviceKind.Phone).Rows.Take(3).SelectMany(row => row.Titles()),
            Home(DeviceKind.Tv).Rows.Take(3).SelectMany(row => row.Titles()));
    }

    [Fact]
    public void A_page_that_goes_on_keeps_its_shape()
    {
        var profile = Viewer();
        var whole = Home(DeviceKind.Phone);
        var first = Home(DeviceKind.Phone, rows: 7);
        var next = profile.Rows(first.Id, first.Next!, 8);
        Assert.Equal(whole.Rows.Take(5).SelectMany(row => row.Titles()), first.Rows.Take(5).SelectMany(row => row.Titles()));
        Assert.Distinct(first.Rows[5..].Concat(next.Rows[..3]).SelectMany(row => row.Titles()));
    }

    [Fact]
    public void A_screen_must_show_something() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TestWorld(TestWorld.Films(5, "Drama"), new PageOptions { Tv = new PageShape(0, 3) }));

    private TestProfile Viewer() => _world.NewProfile().Completed("drama-1", "drama-2", "comedy-3", "crime-4", "crime-6");

    private HomePage Home(DeviceKind device, int rows = 40)
    {
        var profile = Viewer();
        return _world.Engine.ComposeHome(
            profile.State, profile.Settings, profile.Moment, new HomeRequest { Profile = profile.Settings.Id, Device = device, Rows = rows, Columns = 8 });
    }
}
