using Orleans.Personalize.Engine.Tests.TestWorlds;
using Orleans.Personalize.Events;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Titles;
using static Orleans.Personalize.Engine.Tests.for_Notifications.NotifiedWorld;

namespace Orleans.Personalize.Engine.Tests.for_Notifications;

public sealed class What_is_told
{
    [Fact]
    public void A_new_season_of_a_series_that_was_watched_is_pushed()
    {
        var plan = new NotifiedWorld().WatchedHarbour().Plan();
        Assert.Equal((NotificationKind.NewEpisodes, NotificationChannel.Push), (plan.Send!.Kind, plan.Send.Channel));
        Assert.Equal("Harbour Lights: season 2 is here", plan.Send.Headline);
        Assert.Equal("Go on with season 2, episode 1.", plan.Send.Text);
        Assert.Equal(Harbour.Id, Assert.Single(plan.Send.Cards).Title);
        Assert.Equal((ReasonKind.New, Friday), (plan.Send.Reason.Kind, plan.Send.SendAt));
        Assert.Equal(plan.Send.Score, (plan.Send.OpenProbability * plan.Send.Worth) - plan.Send.Cost, 3);
    }

    [Fact]
    public void Episodes_that_were_there_when_the_profile_watched_are_no_news() =>
        Assert.DoesNotContain(new NotifiedWorld().WatchedHarbour(daysAgo: 0.5).Plan().Suggestions, suggestion => suggestion.Kind == NotificationKind.NewEpisodes);

    [Fact]
    public void A_new_title_that_suits_the_profile_is_told_before_one_that_does_not()
    {
        var world = new NotifiedWorld(more: [New("fresh-drama", "Drama"), New("fresh-horror", "Horror")]).LikesDramas();
        var arrivals = world.Plan().Suggestions.Where(suggestion => suggestion.Kind == NotificationKind.NewArrival).ToList();
        Assert.Equal("fresh-drama", arrivals[0].About!.Value.Value);
        Assert.True(arrivals[0].OpenProbability > arrivals[1].OpenProbability);
        Assert.Contains("drama", arrivals[0].Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_profile_of_which_nothing_is_known_is_told_nothing()
    {
        var plan = new NotifiedWorld(more: [New("fresh-drama", "Drama")]).Plan();
        Assert.Empty(plan.Suggestions);
        Assert.Equal((null, null, "Nothing to tell"), (plan.Send, plan.Claim, plan.Summary));
    }

    [Fact]
    public void A_film_left_in_the_middle_is_reminded_of_after_some_days_and_not_the_same_evening()
    {
        var world = new NotifiedWorld();
        world.Does(new PlayPaused { Id = world.NextId(), Profile = world.Profile.Settings.Id, Time = Friday.AddDays(-3), Title = new TitleId("comedy-1"), PositionSeconds = 3000 });
        world.Does(new PlayPaused { Id = world.NextId(), Profile = world.Profile.Settings.Id, Time = Friday.AddHours(-2), Title = new TitleId("comedy-2"), PositionSeconds = 3000 });
        var reminder = Assert.Single(world.Plan().Suggestions, suggestion => suggestion.Kind == NotificationKind.Resume);
        Assert.Equal(("comedy-1", "Finish The comedy-1?", "50 minutes left."), (reminder.About!.Value.Value, reminder.Headline, reminder.Text));
    }

    [Fact]
    public void A_saved_title_that_leaves_soon_is_told_with_its_last_day()
    {
        var leaving = TestWorld.Film("leaving", "Drama") with { Availability = [new AvailabilityWindow { Until = Friday.AddDays(3) }] };
        var world = new NotifiedWorld(more: leaving);
        world.Does(new MyListAdded { Id = world.NextId(), Profile = world.Profile.Settings.Id, Time = Friday.AddDays(-9), Title = leaving.Id });
        var told = Assert.Single(world.Plan().Suggestions, suggestion => suggestion.Kind == NotificationKind.LeavingSoon);
        Assert.Equal("It is on your list, and can be watched until Monday, 18 May.", told.Text);
        Assert.True(told.SendAt < Friday.AddDays(3));
    }

    [Fact]
    public void A_digest_goes_by_e_mail_once_a_week_and_never_repeats_a_title()
    {
        var world = new NotifiedWorld(push: null).LikesDramas();
        var first = world.Sends(Due(world, Friday));
        Assert.Equal((NotificationKind.Digest, NotificationChannel.Email), (first.Kind, first.Channel));
        Assert.InRange(first.Cards.Length, 4, 6);
        Assert.Equal(first.Cards.Length, first.Cards.Select(card => card.Title).Distinct().Count());
        Assert.DoesNotContain(world.Plan(Friday.AddDays(4)).Suggestions, suggestion => suggestion.Kind == NotificationKind.Digest);

        var second = world.Plan(Friday.AddDays(8)).Suggestions.Single(suggestion => suggestion.Kind == NotificationKind.Digest);
        Assert.NotEqual(first.Id, second.Id);
        Assert.Empty(first.Cards.Select(card => card.Title).Intersect(second.Cards.Select(card => card.Title)));
    }

    [Fact]
    public void What_was_sent_is_never_planned_again()
    {
        var world = new NotifiedWorld().WatchedHarbour();
        var sent = world.Sends(world.Plan());
        for (var day = 0; day < 20; day++)
            Assert.DoesNotContain(world.Plan(Friday.AddDays(day)).Suggestions, suggestion => suggestion.Id == sent.Id);
    }

    [Fact]
    public void Nothing_is_suggested_that_the_profile_may_not_see_or_does_not_want()
    {
        var suggested = 0;
        for (var seed = 0; seed < 150; seed++)
        {
            var random = new RandomWorld(seed);
            var profile = random.Profile;
            profile.Settings = profile.Settings with { Notifications = new NotificationSettings { Email = "mara@example.com", PushToken = "t" } };
            var plan = random.World.Engine.PlanNotifications(profile.State, profile.Settings, profile.Moment);
            foreach (var card in plan.Suggestions.SelectMany(suggestion => suggestion.Cards))
            {
                suggested++;
                Assert.True(random.MaySee(card.Title), $"seed {seed}: {card.Title} may not be seen");
                random.World.Catalog.TryGetNumber(card.Title, out var number);
                Assert.NotEqual(Thumb.Down, profile.State.ThumbOf(number));
            }
        }

        Assert.True(suggested > 100);
    }

    [Fact]
    public void The_same_moment_makes_the_same_plan()
    {
        var world = new NotifiedWorld(more: New("fresh-drama", "Drama")).LikesDramas().WatchedHarbour();
        Assert.Equal(Json(world.Plan()), Json(world.Plan()));

        static string Json(NotificationPlan plan) => System.Text.Json.JsonSerializer.Serialize(plan, Personalize.Json.PersonalizeJson.Options);
    }

    internal static Title New(string id, string genre) => TestWorld.Film(id, genre) with { AddedAt = Friday.AddDays(-2), Tags = ["dark"] };

    /// <summary>The plan at the first hour at which it sends.</summary>
    internal static NotificationPlan Due(NotifiedWorld world, DateTimeOffset from)
    {
        for (var hour = 0; hour < 200; hour++)
        {
            if (world.Plan(from.AddHours(hour)) is { Send: not null } plan)
                return plan;
        }

        throw new InvalidOperationException("nothing is ever sent");
    }
}
