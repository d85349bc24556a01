using Orleans.Personalize.Events;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Conformance.for_IPersonalizer;

public abstract class Notifications<THost>(THost host) : PersonalizerFacts<THost>(host)
    where THost : PersonalizerHost
{
    private static readonly NotificationSettings Reachable = new()
    {
        Email = "mara@example.com",
        PushToken = "device:1",
        QuietFromHour = 23,
        QuietUntilHour = 7,
        OptOuts = [new NotificationOptOut { Channel = NotificationChannel.Email, Kind = NotificationKind.Resume }],
    };

    [Fact]
    public async Task Where_a_profile_can_be_reached_is_kept_with_its_settings()
    {
        var settings = new ProfileSettings { Id = NewProfileId(), Name = "Mara", Notifications = Reachable };
        await Personalizer.PutProfileAsync(settings);
        AssertSame(settings, await Personalizer.GetProfileAsync(settings.Id));
        await Host.RestartAsync();
        AssertSame(settings, await Personalizer.GetProfileAsync(settings.Id));

        var wrong = settings with { Notifications = Reachable with { Email = "nobody" } };
        Assert.Equal("notifications.email", (await Assert.ThrowsAsync<InvalidRequestException>(() => Personalizer.PutProfileAsync(wrong))).Field);
        AssertSame(settings, await Personalizer.GetProfileAsync(settings.Id));
    }

    [Fact]
    public async Task Nobody_s_notifications_cannot_be_planned() =>
        await Assert.ThrowsAsync<UnknownProfileException>(() => Personalizer.PlanNotificationsAsync(new ProfileId("nobody")));

    [Fact]
    public async Task A_plan_sends_nothing_and_changes_nothing_and_is_the_same_after_a_restart()
    {
        var member = await WatcherAsync("serial-plan");
        var plan = await Personalizer.PlanNotificationsAsync(member.Profile);
        Assert.Equal((NotificationKind.NewEpisodes, new TitleId("serial-plan")), (plan.Send!.Kind, plan.Send.About!.Value));
        AssertTellsTheSame(plan, await Personalizer.PlanNotificationsAsync(member.Profile));
        Assert.Single((await Personalizer.ExportProfileAsync(member.Profile)).Events);

        await Host.RestartAsync();
        AssertTellsTheSame(plan, await Personalizer.PlanNotificationsAsync(member.Profile));
    }

    [Fact]
    public async Task Of_many_senders_at_once_one_may_send_and_nobody_after_it()
    {
        var member = await WatcherAsync("serial-claim");
        var plan = await Personalizer.PlanNotificationsAsync(member.Profile);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ => (await Personalizer.RecordAsync([plan.Claim!]))[0].Outcome));
        Assert.Single(outcomes, EventOutcome.Accepted);
        Assert.Equal(11, outcomes.Count(outcome => outcome == EventOutcome.Duplicate));

        var after = await Personalizer.PlanNotificationsAsync(member.Profile);
        Assert.DoesNotContain(after.Suggestions, suggestion => suggestion.Id == plan.Send!.Id);
        await Host.RestartAsync();
        Assert.Equal(EventOutcome.Duplicate, (await Personalizer.RecordAsync([plan.Claim!]))[0].Outcome);
        AssertTellsTheSame(after, await Personalizer.PlanNotificationsAsync(member.Profile));
    }

    [Fact]
    public async Task What_became_of_a_message_is_in_the_export()
    {
        var member = await WatcherAsync("serial-export");
        var plan = await Personalizer.PlanNotificationsAsync(member.Profile);
        var failed = new NotificationFailed { Id = EventMaker.NewId(), Profile = member.Profile, Time = Host.Time.GetUtcNow(), Notification = plan.Send!.Id, Reason = "550 no such mailbox" };
        await RecordAsync(plan.Claim!, failed);
        var events = (await Personalizer.ExportProfileAsync(member.Profile)).Events;
        AssertSame<ProfileEvent>(plan.Claim!, events[^2]);
        AssertSame<ProfileEvent>(failed, events[^1]);
    }

    [Fact]
    public async Task What_a_profile_refuses_counts_at_once()
    {
        var member = await WatcherAsync("serial-refused");
        var settings = await Personalizer.GetProfileAsync(member.Profile);
        await Personalizer.PutProfileAsync(settings with { Notifications = Reachable with { OptOuts = [new NotificationOptOut { Kind = NotificationKind.NewEpisodes }] } });
        var plan = await Personalizer.PlanNotificationsAsync(member.Profile);
        Assert.Null(plan.Send);
        Assert.Contains(plan.Suggestions, suggestion => suggestion is { Kind: NotificationKind.NewEpisodes, Hold: NotificationHold.OptedOut });
    }

    // What everybody does is gathered now and then, and moves scores by a little.
    private static void AssertTellsTheSame(NotificationPlan expected, NotificationPlan actual)
    {
        Assert.Equal((expected.Send?.Id, expected.Send?.Channel, expected.Claim?.Id), (actual.Send?.Id, actual.Send?.Channel, actual.Claim?.Id));
        Assert.Equal(expected.PlannedAt, actual.PlannedAt);
    }

    /// <summary>Somebody who watched the first season of a series of which the second came a day ago.</summary>
    private async Task<EventMaker> WatcherAsync(string series)
    {
        var now = SampleCatalog.Now;
        await Personalizer.PutTitlesAsync(
        [
            SampleCatalog.NewFilm(series) with
            {
                Kind = TitleKind.Series,
                AddedAt = now.AddDays(-400),
                Episodes =
                [
                    new Episode { Season = 1, Number = 1, RuntimeMinutes = 45, AddedAt = now.AddDays(-400) },
                    new Episode { Season = 2, Number = 1, RuntimeMinutes = 45, AddedAt = now.AddDays(-1) },
                ],
            },
        ]);
        var id = NewProfileId();
        await Personalizer.PutProfileAsync(new ProfileSettings { Id = id, Name = "Mara", Notifications = Reachable });
        await RecordAsync(new PlayCompleted
        {
            Id = EventMaker.NewId(),
            Profile = id,
            Time = now.AddDays(-9),
            Title = new TitleId(series),
            Season = 1,
            Episode = 1,
            PositionSeconds = 2700,
        });
        await Host.SettleAsync();
        return new EventMaker(id, Host.Time);
    }
}
