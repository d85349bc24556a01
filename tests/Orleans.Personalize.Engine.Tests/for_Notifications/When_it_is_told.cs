using Orleans.Personalize.Events;
using Orleans.Personalize.Notifications;
using static Orleans.Personalize.Engine.Tests.for_Notifications.NotifiedWorld;

namespace Orleans.Personalize.Engine.Tests.for_Notifications;

public sealed class When_it_is_told
{
    [Fact]
    public void Nothing_goes_out_at_night_but_in_the_morning()
    {
        var plan = new NotifiedWorld().WatchedHarbour().Plan(Friday.AddHours(3.5));
        var news = plan.Suggestions[0];
        Assert.Null(plan.Send);
        Assert.Equal(NotificationHold.QuietHours, news.Hold);
        Assert.InRange(news.SendAt!.Value, Friday.AddHours(12), Friday.AddHours(26));
        Assert.Equal(news.SendAt, plan.NextAt);
    }

    [Fact]
    public void Night_is_where_the_profile_is()
    {
        var world = new NotifiedWorld();
        world.Does(new PlayCompleted
        {
            Id = world.NextId(),
            Profile = world.Profile.Settings.Id,
            Time = Friday.AddDays(-10).ToOffset(TimeSpan.FromHours(9)),
            Title = Harbour.Id,
            Season = 1,
            Episode = 2,
            PositionSeconds = 3000,
        });
        // Eight in the evening in London is five in the morning in Tokyo.
        Assert.Equal(NotificationHold.QuietHours, world.Plan().Suggestions[0].Hold);
        Assert.Equal(TimeSpan.FromHours(9), world.Plan().PlannedAt.Offset);
    }

    [Theory]
    [InlineData(20, 21, true)]
    [InlineData(21, 20, false)]
    [InlineData(0, 0, false)]
    [InlineData(21, 8, false)]
    [InlineData(19, 8, true)]
    public void A_profile_sets_its_own_quiet_hours(int from, int until, bool isQuiet)
    {
        var plan = new NotifiedWorld().WatchedHarbour().With(settings => settings with { QuietFromHour = from, QuietUntilHour = until }).Plan();
        // From 21 to 20 it is quiet all day but for one hour, which is this one.
        Assert.Equal(isQuiet, plan.Suggestions[0].Hold == NotificationHold.QuietHours);
    }

    [Fact]
    public void Children_sleep_earlier() => Assert.Equal(
        NotificationHold.QuietHours,
        new NotifiedWorld().WatchedHarbour().WithSettings(settings => settings with { Kids = true }).Plan().Suggestions[0].Hold);

    [Fact]
    public void A_reminder_waits_for_the_hour_at_which_the_profile_is_there()
    {
        var world = new NotifiedWorld(email: null);
        // Every working day at twelve, for eight weeks.
        for (var day = 3; day < 60; day++)
        {
            var time = Friday.AddDays(-day).AddHours(-8);
            if (time.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                world.Does(new PlayStarted { Id = world.NextId(), Profile = world.Profile.Settings.Id, Time = time, Title = new TitleId($"comedy-{1 + (day % 12)}") });
        }

        world.Does(new PlayPaused
        {
            Id = world.NextId(),
            Profile = world.Profile.Settings.Id,
            Time = Friday.AddDays(-2.4),
            Title = new TitleId("horror-1"),
            PositionSeconds = 4000,
        });
        // Tuesday, at eight in the evening: the next working day at about twelve is worth the wait.
        var tuesday = Friday.AddDays(4);
        var reminder = world.Plan(tuesday).Suggestions.First(suggestion => suggestion.About == new TitleId("horror-1"));
        Assert.Equal(NotificationHold.BetterHour, reminder.Hold);
        Assert.Equal((DayOfWeek.Wednesday, true), (reminder.SendAt!.Value.DayOfWeek, reminder.SendAt.Value.Hour is 11 or 12 or 13));
        Assert.Equal(reminder.Id, world.Plan(reminder.SendAt.Value).Send?.Id);
    }

    [Fact]
    public void A_profile_of_which_little_is_known_is_thought_to_be_there_when_everybody_is()
    {
        // It is Tuesday, eleven at night.
        var evening = new NotifiedWorld(push: null).LikesDramas().Plan(Friday.AddDays(4).AddHours(3)).Suggestions[0];
        var world = new NotifiedWorld(push: null).LikesDramas();
        world.EverybodyWatches(Friday.AddDays(-1).AddHours(-11), plays: 4000);
        var morning = world.Plan(Friday.AddDays(4).AddHours(3)).Suggestions[0];
        Assert.Equal((NotificationKind.Digest, NotificationKind.Digest), (evening.Kind, morning.Kind));
        Assert.InRange(evening.SendAt!.Value.Hour, 17, 21);
        Assert.InRange(morning.SendAt!.Value.Hour, 8, 10);
    }

    [Fact]
    public void One_message_is_not_followed_by_another_on_the_same_day()
    {
        var world = new NotifiedWorld().WatchedHarbour().LikesDramas().Got(NotificationChannel.Push, daysAgo: 0.1);
        var plan = world.Plan();
        Assert.Null(plan.Send);
        Assert.Equal(NotificationHold.Cap, plan.Suggestions[0].Hold);
        Assert.True(plan.Suggestions[0].SendAt > Friday);
    }

    [Fact]
    public void A_week_holds_no_more_than_its_share()
    {
        var world = new NotifiedWorld(email: null, more: [.. Enumerable.Range(0, 9).Select(i => What_is_told.New($"fresh-{i}", "Drama"))])
            .LikesDramas(daysAgo: 8).WatchedHarbour();
        var sent = new List<DateTimeOffset>();
        for (var hour = 0; hour < 24 * 14; hour++)
        {
            var plan = world.Plan(Friday.AddHours(hour));
            if (plan.Send is null)
                continue;
            world.Does(new NotificationOpened { Id = world.NextId(), Profile = world.Profile.Settings.Id, Time = plan.PlannedAt.AddMinutes(5), Notification = world.Sends(plan).Id });
            sent.Add(plan.PlannedAt);
        }

        Assert.InRange(sent.Count, 2, 8);
        Assert.All(sent, time => Assert.InRange(sent.Count(other => other >= time && other < time.AddDays(7)), 1, 4));
        Assert.All(sent.Zip(sent.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromHours(20)));
        Assert.All(sent, time => Assert.InRange(time.Hour, 8, 21));
    }

    [Fact]
    public void Whoever_does_not_open_messages_is_left_alone_and_recovers()
    {
        var world = new NotifiedWorld(email: null, more: What_is_told.New("fresh-drama", "Drama")).LikesDramas();
        Assert.NotEqual(NotificationHold.NotWorthIt, Arrival(world).Hold);
        for (var i = 0; i < 6; i++)
            world.Got(NotificationChannel.Push, daysAgo: 20 - (2 * i));
        Assert.Equal(NotificationHold.NotWorthIt, Arrival(world).Hold);
        var tired = Arrival(world).Cost;
        Assert.True(Cost(world, Friday.AddDays(10)) < tired);

        static double Cost(NotifiedWorld world, DateTimeOffset now) =>
            world.Plan(now).Suggestions.First(suggestion => suggestion.Channel == NotificationChannel.Push).Cost;
    }

    [Fact]
    public void A_channel_whose_messages_are_opened_is_preferred()
    {
        var mail = new NotifiedWorld().WatchedHarbour();
        var push = new NotifiedWorld().WatchedHarbour();
        for (var i = 0; i < 6; i++)
        {
            mail.Got(NotificationChannel.Email, 40 - i, opened: true).Got(NotificationChannel.Push, 40 - i);
            push.Got(NotificationChannel.Push, 40 - i, opened: true).Got(NotificationChannel.Email, 40 - i);
        }

        Assert.Equal((NotificationChannel.Email, NotificationChannel.Push), (mail.Plan().Suggestions[0].Channel, push.Plan().Suggestions[0].Channel));
    }

    [Fact]
    public void Without_an_address_or_against_the_profile_s_wish_nothing_is_sent()
    {
        var unreachable = new NotifiedWorld(email: null, push: null).WatchedHarbour().Plan();
        Assert.Equal((null, NotificationHold.NoAddress), (unreachable.Send, unreachable.Suggestions[0].Hold));
        Assert.Equal(NotificationHold.NoAddress, new NotifiedWorld().WatchedHarbour().WithSettings(s => s with { Notifications = null }).Plan().Suggestions[0].Hold);

        var refused = new NotifiedWorld().WatchedHarbour().With(s => s with { OptOuts = [new NotificationOptOut()] }).Plan();
        Assert.Equal((null, NotificationHold.OptedOut), (refused.Send, refused.Suggestions[0].Hold));

        var byMail = new NotifiedWorld().WatchedHarbour().With(s => s with { OptOuts = [new NotificationOptOut { Channel = NotificationChannel.Push }] }).Plan();
        Assert.Equal(NotificationChannel.Email, byMail.Suggestions[0].Channel);
        Assert.NotNull(byMail.Suggestions[0].SendAt);
    }

    private static NotificationSuggestion Arrival(NotifiedWorld world) =>
        world.Plan().Suggestions.First(suggestion => suggestion.Kind == NotificationKind.NewArrival);
}
