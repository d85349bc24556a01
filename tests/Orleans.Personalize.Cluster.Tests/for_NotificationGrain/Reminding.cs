using Orleans.Personalize.Grains;
using Orleans.Personalize.Grains.Notifications;
using Orleans.Personalize.Notifications;

namespace Orleans.Personalize.Cluster.Tests.for_NotificationGrain;

public sealed class Reminding : PostFacts
{
    private bool _sends = true;

    protected override Action<PersonalizeGrainOptions>? Configure => options =>
        options.Notifications = _sends ? new GrainNotificationOptions { Senders = [Push, Email], LongestRest = TimeSpan.FromHours(3), Spread = TimeSpan.Zero } : null;

    [Fact]
    public async Task A_profile_has_a_reminder_from_when_it_can_be_reached_until_it_is_erased()
    {
        Assert.Null(await ReminderAsync());
        await JoinAsync(Reachable);
        Assert.NotNull(await ReminderAsync());
        Assert.True(await Personalizer.EraseProfileAsync(Ann));
        Assert.Null(await ReminderAsync());
    }

    [Fact]
    public async Task Refusing_everything_takes_the_reminder_away_and_refusing_something_does_not()
    {
        await JoinAsync(Reachable);
        await RefuseAsync(new NotificationOptOut { Channel = NotificationChannel.Push });
        Assert.NotNull(await ReminderAsync());
        await RefuseAsync(new NotificationOptOut { Channel = NotificationChannel.Push }, new NotificationOptOut { Channel = NotificationChannel.Email });
        Assert.Null(await ReminderAsync());
        await RefuseAsync();
        Assert.NotNull(await ReminderAsync());
        await RefuseAsync(new NotificationOptOut());
        Assert.Null(await ReminderAsync());
        await RemindAsync();
        Assert.Empty(Push.Sent);
    }

    [Fact]
    public async Task A_reminder_of_a_profile_that_is_gone_ends_when_it_comes()
    {
        await Cluster.Grain<INotificationGrain>("default", "nobody").ArrangeAsync(reachable: true);
        Assert.NotNull(await ReminderAsync("nobody"));
        await RemindAsync("nobody");
        Assert.Null(await ReminderAsync("nobody"));
    }

    [Fact]
    public async Task The_next_reminder_comes_when_the_next_message_is_due_and_after_a_while_in_any_case()
    {
        await JoinAsync(Reachable);
        await RemindAsync();
        Assert.Single(Push.Sent);
        var soon = await WaitAsync();
        Assert.InRange(soon, TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(10));

        Time.Advance(TimeSpan.FromMinutes(10));
        await RemindAsync();
        var plan = await Personalizer.PlanNotificationsAsync(Ann);
        Assert.Null(plan.Send);
        var due = plan.NextAt is { } next && next - Time.GetUtcNow() < TimeSpan.FromHours(3) ? next - Time.GetUtcNow() : TimeSpan.FromHours(3);
        Assert.InRange(await WaitAsync(), due - TimeSpan.FromMinutes(2), due);
    }

    [Fact]
    public async Task Profiles_from_before_anything_was_sent_are_looked_at_from_their_next_use()
    {
        _sends = false;
        await RestartAsync();
        await JoinAsync(Reachable);
        Assert.Null(await ReminderAsync());

        _sends = true;
        await RestartAsync();
        await Personalizer.GetProfileAsync(Ann);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await ReminderAsync() is null)
            await Task.Delay(TimeSpan.FromMilliseconds(10), patience.Token);
    }

    private async Task RefuseAsync(params NotificationOptOut[] refusals) =>
        await Personalizer.PutProfileAsync((await Personalizer.GetProfileAsync(Ann)) with { Notifications = Reachable with { OptOuts = [.. refusals] } });

    private async Task<TimeSpan> WaitAsync() => (await ReminderAsync())!.Value - DateTime.UtcNow;
}
