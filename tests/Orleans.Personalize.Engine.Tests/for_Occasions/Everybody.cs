using Orleans.Personalize.Engine.Occasions;
using Orleans.Personalize.Engine.Tests.TestWorlds;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;
using static Orleans.Personalize.Engine.Tests.for_Occasions.OccasionWorld;

namespace Orleans.Personalize.Engine.Tests.for_Occasions;

public sealed class Everybody
{
    private readonly OccasionWorld _world = new();

    [Fact]
    public void Who_has_no_habits_is_shown_what_everybody_watches_then()
    {
        LetEverybodyHaveHabits();
        var profile = _world.NewProfile();
        var early = _world.Home(profile, Wednesday.AddHours(18), DeviceKind.Tablet);
        var late = _world.Home(profile, Wednesday.AddHours(22), DeviceKind.Tv);
        Assert.InRange(_world.ShareOf("Family", early) - _world.ShareOf("Family", late), 0.2, 1);
        Assert.InRange(_world.ShareOf("Thriller", late) - _world.ShareOf("Thriller", early), 0.2, 1);
        Assert.DoesNotContain(early.Rows.SelectMany(row => row.Cards), card => card.Reason.Kind == ReasonKind.Context);
    }

    [Fact]
    public void Own_habits_count_more_than_those_of_everybody()
    {
        LetEverybodyHaveHabits();
        var profile = _world.NewProfile();
        for (var day = 1; day <= 21; day++)
        {
            _world.Watch(profile, Wednesday.AddDays(-day).AddHours(18), DeviceKind.Tablet, "Thriller");
            _world.Watch(profile, Wednesday.AddDays(-day).AddHours(22), DeviceKind.Tv, "Family");
        }

        var early = _world.Home(profile, Wednesday.AddHours(18), DeviceKind.Tablet);
        var late = _world.Home(profile, Wednesday.AddHours(22), DeviceKind.Tv);
        Assert.InRange(_world.ShareOf("Thriller", early), 0.6, 1);
        Assert.InRange(_world.ShareOf("Family", late), 0.6, 1);
    }

    [Fact]
    public void A_newcomer_is_shown_what_is_watched_in_its_country()
    {
        var noon = Wednesday.AddHours(12);
        for (var round = 0; round < 5; round++)
        {
            _world.LetEverybodyWatch(noon, DeviceKind.Tv, "Thriller", "SE");
            _world.LetEverybodyWatch(noon, DeviceKind.Tv, "Family", "US");
        }

        var profile = _world.NewProfile();
        var (sweden, states) = (_world.Home(profile, noon, DeviceKind.Tv, "SE"), _world.Home(profile, noon, DeviceKind.Tv, "US"));
        Assert.InRange(_world.ShareOf("Thriller", sweden) - _world.ShareOf("Family", sweden), 0.2, 1);
        Assert.InRange(_world.ShareOf("Family", states) - _world.ShareOf("Thriller", states), 0.2, 1);
        Assert.Equal(_world.Home(profile, noon, DeviceKind.Tv, "JP").Titles(), _world.Home(profile, noon, DeviceKind.Tv).Titles());
    }

    [Fact]
    public void Plays_of_titles_know_their_occasions_after_they_were_stored()
    {
        var occasion = Occasion.Of(Wednesday.AddHours(18), DeviceKind.Tablet).Number;
        var statistics = TitleStatistics.Empty.Apply(new TitleOutcome(0, TitleOutcomeKind.Played, Wednesday, 3, -1, null) { Occasion = occasion });
        var read = TitleStatistics.Decode(statistics.Encode());
        Assert.Equal(statistics.Encode(), read.Encode());
        Assert.False(TrendSnapshot.Of([read], Wednesday).Occasions.IsEmpty);
        Assert.True(TrendSnapshot.Of([TitleStatistics.Empty], Wednesday).Occasions.IsEmpty);
    }

    [Fact]
    public void Habits_of_everybody_are_gathered_anew_every_ten_minutes()
    {
        var first = TrendSnapshot.Of([Played(Wednesday)], Wednesday);
        var soon = TrendSnapshot.Of([Played(Wednesday)], Wednesday.AddMinutes(9), first);
        var later = TrendSnapshot.Of([Played(Wednesday)], Wednesday.AddMinutes(10), soon);
        Assert.Same(first.Occasions, soon.Occasions);
        Assert.NotSame(first.Occasions, later.Occasions);
    }

    [Fact]
    public void Occasions_are_numbered_without_gap_from_1()
    {
        var numbers = (
            from hour in Enumerable.Range(0, 7 * 24)
            from device in Enum.GetValues<DeviceKind>().Select(device => (DeviceKind?)device).Append(null)
            select Occasion.Of(Wednesday.AddHours(hour), device).Number).Distinct().Order();
        Assert.Equal(Enumerable.Range(1, Occasion.Count - 1), numbers);
    }

    [Theory]
    [InlineData(5, 22, true)]
    [InlineData(6, 3, true)]
    [InlineData(8, 3, true)]
    [InlineData(8, 6, false)]
    [InlineData(5, 16, false)]
    [InlineData(4, 22, false)]
    public void The_weekend_is_from_Friday_evening_to_Sunday_night(int daysAfterSunday, int hour, bool isWeekend)
    {
        var sunday = new DateTimeOffset(2026, 5, 10, 0, 0, 0, TimeSpan.FromHours(9));
        var saturdayAtThatHour = Occasion.Of(sunday.AddDays(hour < 5 ? 7 : 6).AddHours(hour), DeviceKind.Tv);
        Assert.Equal(isWeekend, Occasion.Of(sunday.AddDays(daysAfterSunday).AddHours(hour), DeviceKind.Tv).Number == saturdayAtThatHour.Number);
    }

    private void LetEverybodyHaveHabits()
    {
        for (var round = 0; round < 3; round++)
        {
            _world.LetEverybodyWatch(Wednesday.AddDays(-1).AddHours(18), DeviceKind.Tablet, "Family");
            _world.LetEverybodyWatch(Wednesday.AddDays(-1).AddHours(22), DeviceKind.Tv, "Thriller");
        }
    }

    private static TitleStatistics Played(DateTimeOffset time) =>
        TitleStatistics.Empty.Apply(new TitleOutcome(0, TitleOutcomeKind.Played, time, 1, -1, null) { Occasion = 5 });
}
