using Orleans.Personalize.Engine.Tests.TestWorlds;
using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;
using static Orleans.Personalize.Engine.Tests.for_Occasions.OccasionWorld;

namespace Orleans.Personalize.Engine.Tests.for_Occasions;

public sealed class Habits
{
    private readonly OccasionWorld _world = new();

    [Fact]
    public void The_hour_of_the_children_has_a_page_of_its_own()
    {
        var profile = _world.NewProfile();
        foreach (var day in Workdays())
        {
            _world.Watch(profile, day.AddHours(17.5), DeviceKind.Tablet, "Family");
            _world.Watch(profile, day.AddHours(21), DeviceKind.Tv, "Thriller");
        }

        var early = _world.Home(profile, Wednesday.AddHours(17.75), DeviceKind.Tablet);
        var late = _world.Home(profile, Wednesday.AddHours(21.25), DeviceKind.Tv);
        Assert.InRange(_world.ShareOf("Family", early), 0.6, 1);
        Assert.InRange(_world.ShareOf("Thriller", early), 0, 0.2);
        Assert.InRange(_world.ShareOf("Thriller", late), 0.6, 1);
        Assert.InRange(_world.ShareOf("Family", late), 0, 0.2);
        Assert.True(early.PlaceOf("genre:family") < early.PlaceOf("genre:thriller"));
        Assert.True(late.PlaceOf("genre:thriller") < late.PlaceOf("genre:family"));
    }

    [Fact]
    public void A_phone_on_the_way_to_work_is_shown_what_is_short()
    {
        var profile = _world.NewProfile();
        foreach (var day in Workdays())
        {
            _world.Watch(profile, day.AddHours(8), DeviceKind.Phone, "Comedy", isShort: true);
            _world.Watch(profile, day.AddHours(21), DeviceKind.Tv, "Comedy");
        }

        var commute = _world.Home(profile, Wednesday.AddHours(8), DeviceKind.Phone);
        var evening = _world.Home(profile, Wednesday.AddHours(21), DeviceKind.Tv);
        Assert.InRange(_world.ShareOfShort(commute), 0.8, 1);
        Assert.InRange(_world.ShareOfShort(evening), 0, 0.3);
        Assert.Contains(commute.Rows.SelectMany(row => row.Cards), card => card.Reason is { Kind: ReasonKind.Context, Text: "Short enough for weekday mornings on your phone" });
    }

    [Fact]
    public void Friday_evenings_differ_from_other_evenings()
    {
        var profile = _world.NewProfile();
        for (var week = 1; week <= 6; week++)
        {
            for (var film = 0; film < 2; film++)
            {
                _world.Watch(profile, Friday.AddDays(-7 * week).AddHours(20.5 + film), DeviceKind.Tv, "Thriller");
                _world.Watch(profile, Friday.AddDays(-3 - (7 * week)).AddHours(20.5 + film), DeviceKind.Tv, "Drama");
            }
        }

        var friday = _world.Home(profile, Friday.AddHours(21), DeviceKind.Tv);
        var tuesday = _world.Home(profile, Friday.AddDays(4).AddHours(21), DeviceKind.Tv);
        Assert.InRange(_world.ShareOf("Thriller", friday) - _world.ShareOf("Thriller", tuesday), 0.3, 1);
        Assert.InRange(_world.ShareOf("Drama", tuesday) - _world.ShareOf("Drama", friday), 0.3, 1);
        Assert.Equal(
            new Reason { Kind = ReasonKind.Context, Text = "You often watch Thriller on Friday evenings on your TV", Theme = "Thriller" },
            friday.Row("genre:thriller")!.Reason);
        Assert.Contains(friday.Rows[0].Cards, card => card.Reason.Kind == ReasonKind.Context && card.Parts.Any(part => part is { Part: "context", Value: > 0.2 }));
    }

    [Fact]
    public void Where_there_is_no_habit_all_occasions_have_the_same_page()
    {
        var profile = _world.NewProfile();
        foreach (var day in Workdays())
        {
            foreach (var (hour, device) in new[] { (8, DeviceKind.Phone), (21, DeviceKind.Tv) })
            {
                foreach (var genre in new[] { "Family", "Thriller" }) _world.Watch(profile, day.AddHours(hour), device, genre);
            }
        }

        Assert.Equal(_world.List(profile, Wednesday.AddHours(8), DeviceKind.Phone), _world.List(profile, Wednesday.AddHours(21), DeviceKind.Tv));
        Assert.DoesNotContain(_world.Home(profile, Wednesday.AddHours(21), DeviceKind.Tv).Rows, row => row.Reason.Kind == ReasonKind.Context);
    }

    [Fact]
    public void An_evening_of_another_kind_does_not_make_a_habit()
    {
        var profile = _world.NewProfile();
        foreach (var day in Workdays()) _world.Watch(profile, day.AddHours(21), DeviceKind.Tv, "Thriller");
        _world.Watch(profile, Wednesday.AddHours(8), DeviceKind.Phone, "Family");
        var page = _world.Home(profile, Wednesday.AddDays(1).AddHours(8), DeviceKind.Phone);
        Assert.True(page.PlaceOf("genre:thriller") < page.PlaceOf("genre:family"));
        Assert.DoesNotContain(page.Rows.SelectMany(row => row.Cards), card => card.Reason.Kind == ReasonKind.Context);
    }

    [Fact]
    public void What_was_only_rated_says_nothing_of_when_it_is_watched()
    {
        var profile = _world.NewProfile();
        for (var number = 0; number < 20; number++)
        {
            profile.Now = Wednesday.AddDays(-1).AddHours(8).AddMinutes(number);
            profile.Does(new TitleRated { Id = profile.NextId(), Profile = profile.Settings.Id, Time = profile.Now, Title = new TitleId($"family-{number}"), Stars = 5, Device = DeviceKind.Phone });
        }

        Assert.DoesNotContain(
            _world.Home(profile, Wednesday.AddHours(8), DeviceKind.Phone).Rows.SelectMany(row => row.Cards),
            card => card.Parts.Any(part => string.Equals(part.Part, "context", StringComparison.Ordinal)));
    }

    private static IEnumerable<DateTimeOffset> Workdays() =>
        from day in Enumerable.Range(1, 28)
        let date = Wednesday.AddDays(day - 29)
        where date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        select date;
}
