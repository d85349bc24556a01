using Orleans.Personalize.Engine.Tests.TestWorlds;
using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Tests.for_PageComposer;

public sealed class What_is_resumed
{
    private readonly TestWorld _world = new(
    [
        .. TestWorld.Films(20, "Drama", "Crime"),
        .. new[] { "morning-show", "night-show" }.Select(id => TestWorld.Film(id, "Comedy") with
        {
            Kind = TitleKind.Series,
            RuntimeMinutes = 30,
            Episodes = [.. Enumerable.Range(1, 90).Select(number => new Episode { Season = 1, Number = number, RuntimeMinutes = 30 })],
        }),
    ]);

    [Fact]
    public void The_series_that_is_watched_at_this_hour_on_this_screen_comes_first()
    {
        var profile = _world.NewProfile();
        var monday = new DateTimeOffset(2026, 5, 11, 0, 0, 0, TimeSpan.Zero);
        for (var day = 0; day < 21; day++)
        {
            Complete(profile, monday.AddDays(day - 21).AddHours(7.5), DeviceKind.Phone, "morning-show", day + 1);
            Complete(profile, monday.AddDays(day - 21).AddHours(22), DeviceKind.Tv, "night-show", day + 1);
        }

        Assert.Equal(["morning-show", "night-show"], Resumed(profile, monday.AddHours(7.5), DeviceKind.Phone));
        Assert.Equal(["night-show", "morning-show"], Resumed(profile, monday.AddHours(22), DeviceKind.Tv));
    }

    [Fact]
    public void A_series_goes_on_with_its_next_episode()
    {
        var profile = _world.NewProfile();
        Complete(profile, TestWorld.Now, DeviceKind.Tv, "night-show", 4);
        Assert.Equal(5, profile.Home().Row(RowKind.ContinueWatching)!.Cards[0].Progress!.Episode);
    }

    [Fact]
    public void What_was_left_lately_comes_before_what_was_left_long_ago()
    {
        var profile = _world.NewProfile().Paused("drama-1", 3000);
        profile.Now += TimeSpan.FromDays(10);
        profile.Paused("crime-1", 3000);
        Assert.Equal(["crime-1", "drama-1"], Resumed(profile, profile.Now, DeviceKind.Web));
    }

    [Fact]
    public void A_film_half_seen_comes_before_one_just_begun_and_one_nearly_over()
    {
        var profile = _world.NewProfile().Paused("drama-1", 3000).Paused("crime-1", 300).Paused("drama-2", 5460);
        Assert.Equal(["drama-1", "drama-2", "crime-1"], Resumed(profile, profile.Now, DeviceKind.Web));
    }

    [Fact]
    public void A_film_just_begun_and_left_for_days_is_abandoned_and_one_half_seen_is_not()
    {
        var profile = _world.NewProfile().Paused("drama-1", 3000).Paused("crime-1", 300);
        profile.Now += TimeSpan.FromDays(5);
        Assert.Equal(["drama-1"], Resumed(profile, profile.Now, DeviceKind.Web));
    }

    [Fact]
    public void What_was_stopped_soon_after_its_beginning_is_not_recommended_for_a_month()
    {
        var profile = _world.NewProfile();
        var title = new TitleId("crime-1");
        profile.Does(new PlayStopped { Id = profile.NextId(), Profile = profile.Settings.Id, Time = profile.Now, Title = title, PositionSeconds = 20 });
        Assert.DoesNotContain(title, profile.Home().Titles());
        profile.Now += TimeSpan.FromDays(31);
        Assert.Contains(title, profile.Home().Titles());
    }

    [Fact]
    public void What_is_not_wanted_is_not_offered_to_be_resumed()
    {
        var profile = _world.NewProfile().Paused("drama-1").Paused("crime-1").Paused("drama-2").Thumbed(Thumb.Down, "drama-1").Hid("crime-1");
        Assert.Equal(["drama-2"], Resumed(profile, profile.Now, DeviceKind.Web));
    }

    private static void Complete(TestProfile profile, DateTimeOffset time, DeviceKind device, string title, int episode)
    {
        profile.Now = time;
        profile.Does(new PlayCompleted
        {
            Id = profile.NextId(),
            Profile = profile.Settings.Id,
            Time = time,
            Title = new TitleId(title),
            Season = 1,
            Episode = episode,
            Device = device,
            PositionSeconds = 1800,
        });
    }

    private string[] Resumed(TestProfile profile, DateTimeOffset now, DeviceKind device)
    {
        profile.Now = now;
        var page = _world.Engine.ComposeHome(profile.State, profile.Settings, profile.Moment, new HomeRequest { Profile = profile.Settings.Id, Device = device });
        return [.. page.Row(RowKind.ContinueWatching)!.Titles().Select(id => id.Value)];
    }
}
