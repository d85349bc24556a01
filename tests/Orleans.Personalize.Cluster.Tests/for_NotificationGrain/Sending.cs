using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Personalize.Events;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Notifications.Running;

namespace Orleans.Personalize.Cluster.Tests.for_NotificationGrain;

public sealed class Sending : PostFacts
{
    [Fact]
    public async Task What_is_due_goes_out_when_the_reminder_comes_and_never_twice()
    {
        await JoinAsync(Reachable);
        await RemindAsync();
        var sent = Assert.Single(Push.Sent);
        Assert.Equal((NotificationKind.NewEpisodes, "device:1"), (sent.Suggestion.Kind, sent.Profile.Notifications!.PushToken));
        Assert.Equal([typeof(NotificationClaimed), typeof(NotificationSent)], (await MessageEventsAsync()).Select(e => e.GetType()));

        for (var hour = 0; hour < 4; hour++)
        {
            await RemindAsync();
            Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.DoesNotContain(Push.Sent.Skip(1).Concat(Email.Sent), other => other.Suggestion.Id == sent.Suggestion.Id);
    }

    [Fact]
    public async Task Reminders_and_runners_outside_at_the_same_time_send_one_message()
    {
        await JoinAsync(Reachable);
        var runners = Enumerable.Range(0, 4).Select(_ => new NotificationRunner(
            new PersonalizerDesk(Cluster.NewClient()), [Push, Email], Time, NullLogger<NotificationRunner>.Instance).RunOnceAsync() as Task);
        await Task.WhenAll([RemindAsync(), .. runners, RemindAsync()]);
        Assert.Single(Push.Sent);
    }

    [Fact]
    public async Task A_push_message_that_was_cut_off_is_not_sent_again()
    {
        await JoinAsync(Reachable);
        Push.Answer = _ => throw new InvalidOperationException("the silo ends here");
        await RemindAsync();
        Assert.IsType<NotificationClaimed>(Assert.Single(await MessageEventsAsync()));

        Push.Answer = _ => SendOutcome.Sent;
        await RestartAsync();
        Time.Advance(TimeSpan.FromMinutes(20));
        await RemindAsync();
        Assert.Single(Push.Sent);
    }

    [Fact]
    public async Task An_e_mail_that_was_cut_off_is_tried_again_with_the_same_id_when_it_cannot_be_under_way_any_more()
    {
        await JoinAsync(Reachable with { PushToken = null });
        Email.Answer = _ => throw new InvalidOperationException("the silo ends here");
        for (var half = 0; half < 48 && Email.Sent.IsEmpty; half++)
        {
            await RemindAsync();
            Time.Advance(TimeSpan.FromMinutes(half == 47 || !Email.Sent.IsEmpty ? 5 : 30));
        }

        Email.Answer = _ => SendOutcome.Sent;
        await RestartAsync();
        await RemindAsync();
        var cutOff = Assert.Single(Email.Sent);
        Time.Advance(TimeSpan.FromMinutes(15));
        await RemindAsync();
        Assert.Equal([cutOff.Suggestion.Id, cutOff.Suggestion.Id], Email.Sent.Select(sent => sent.Suggestion.Id));
        Time.Advance(TimeSpan.FromMinutes(40));
        await RemindAsync();
        Assert.Equal(2, Email.Sent.Count);
    }

    [Fact]
    public async Task What_nothing_carries_now_waits_and_is_taken_on_by_nobody()
    {
        await JoinAsync(Reachable);
        Push.IsReady = false;
        await RemindAsync();
        Assert.Empty(await MessageEventsAsync());
        Push.IsReady = true;
        await RemindAsync();
        Assert.Single(Push.Sent);
    }

    [Fact]
    public async Task Only_the_tenant_that_the_senders_are_for_is_sent_anything()
    {
        await JoinAsync(Reachable, tenant: "other");
        await RemindAsync(tenant: "other");
        Assert.Empty(Push.Sent);
        Assert.Null(await ReminderAsync(tenant: "other"));
    }
}
