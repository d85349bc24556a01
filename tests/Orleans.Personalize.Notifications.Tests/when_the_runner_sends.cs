using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Personalize.Events;
using Orleans.Personalize.Notifications.Running;
using Orleans.Personalize.Notifications.Smtp;
using Orleans.Personalize.Notifications.Tests.Support;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Notifications.Tests;

public class when_the_runner_sends
{
    [Fact]
    public async Task What_is_due_goes_out_once_and_is_recorded()
    {
        await using var service = await Service.StartAsync("ann", "bo");
        await service.JoinAsync("silent", notifications: null);
        var push = new NotedSender(NotificationChannel.Push);
        var report = await service.Runner(push).RunOnceAsync();
        Assert.Equal((2, 2, 0), (report.Profiles, report.Sent, report.Failed));
        Assert.Equal(["ann", "bo"], push.Sent.Select(sent => sent.Profile.Id.Value).Order());
        var events = await service.MessageEventsAsync("ann");
        Assert.Equal([typeof(NotificationClaimed), typeof(NotificationSent)], events.Select(e => e.GetType()));

        Assert.Equal(0, (await service.Runner(push).RunOnceAsync()).Sent);
        await service.RestartAsync();
        Assert.Equal(0, (await service.Runner(push).RunOnceAsync()).Sent);
        Assert.Equal(2, push.Sent.Count);
    }

    [Fact]
    public async Task Many_runners_at_once_send_one_message_a_profile()
    {
        await using var service = await Service.StartAsync([.. Enumerable.Range(0, 12).Select(i => $"member-{i}")]);
        var push = new NotedSender(NotificationChannel.Push);
        var reports = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => service.Runner(push).RunOnceAsync())));
        Assert.Equal(12, push.Sent.Count);
        Assert.Equal(12, push.Sent.Select(sent => sent.Profile.Id).Distinct().Count());
        Assert.Equal(12, reports.Sum(report => report.Sent));
    }

    [Fact]
    public async Task A_push_message_whose_sender_died_is_not_sent_again()
    {
        await using var service = await Service.StartAsync("ann");
        await service.Runner(new DyingSender(NotificationChannel.Push)).RunOnceAsync();
        await service.RestartAsync();
        service.Time.Advance(TimeSpan.FromMinutes(20));
        var push = new NotedSender(NotificationChannel.Push);
        await service.Runner(push).RunOnceAsync();
        Assert.Empty(push.Sent);
        Assert.IsType<NotificationClaimed>(Assert.Single(await service.MessageEventsAsync("ann")));
    }

    [Fact]
    public async Task An_e_mail_whose_sender_died_is_sent_again_with_its_id_and_then_no_more()
    {
        await using var service = await Service.StartAsync();
        await service.JoinAsync("ann", new NotificationSettings { Email = "ann@example.com" });
        var dying = new DyingSender(NotificationChannel.Email);
        for (var half = 0; half < 48 && dying.Last is null; half++)
        {
            await service.Runner(dying).RunOnceAsync();
            service.Time.Advance(TimeSpan.FromMinutes(30));
        }

        await service.RestartAsync();

        await using var server = new MailServer();
        var options = new SmtpOptions { Host = "127.0.0.1", Port = server.Port, Tls = false, From = "news@nordlicht.example" };
        Assert.Equal(1, (await service.Runner(new SmtpSender(options, Letters.Options)).RunOnceAsync()).Sent);
        Assert.Contains($"<{dying.Last!.Suggestion.Id}@nordlicht.example>", Assert.Single(server.Messages), StringComparison.Ordinal);
        service.Time.Advance(TimeSpan.FromMinutes(40));
        await service.Runner(new SmtpSender(options, Letters.Options)).RunOnceAsync();
        Assert.Single(server.Messages);
    }

    [Fact]
    public async Task What_can_never_be_sent_is_recorded_and_not_tried_again()
    {
        await using var service = await Service.StartAsync("ann");
        var push = new NotedSender(NotificationChannel.Push) { Answer = _ => SendOutcome.Failed(new string('x', 900)) };
        Assert.Equal(1, (await service.Runner(push).RunOnceAsync()).Failed);
        var failed = Assert.IsType<NotificationFailed>((await service.MessageEventsAsync("ann"))[1]);
        Assert.Equal(500, failed.Reason!.Length);
        service.Time.Advance(TimeSpan.FromMinutes(20));
        await service.Runner(push).RunOnceAsync();
        Assert.DoesNotContain(push.Sent.Skip(1), sent => sent.Suggestion.Id == push.Sent.First().Suggestion.Id);
    }

    [Fact]
    public async Task What_nothing_carries_now_waits_and_is_taken_on_by_nobody()
    {
        await using var service = await Service.StartAsync("ann");
        var push = new NotedSender(NotificationChannel.Push) { IsReady = false };
        Assert.Equal(1, (await service.Runner(push).RunOnceAsync()).Waiting);
        Assert.Equal(1, (await service.Runner().RunOnceAsync()).Waiting);
        Assert.Empty(await service.MessageEventsAsync("ann"));
        push.IsReady = true;
        Assert.Equal(1, (await service.Runner(push).RunOnceAsync()).Sent);
    }

    [Fact]
    public async Task Trouble_with_one_profile_does_not_keep_the_others_from_theirs()
    {
        await using var service = await Service.StartAsync("ann", "bo", "cy");
        var push = new NotedSender(NotificationChannel.Push)
        {
            Answer = sent => sent.Profile.Id.Value == "bo" ? throw new InvalidOperationException("bo") : SendOutcome.Sent,
        };
        var report = await service.Runner(push).RunOnceAsync();
        Assert.Equal((2, 1), (report.Sent, report.Troubled));
    }

    [Fact]
    public async Task A_profile_is_asked_again_when_its_next_message_is_due_and_not_before()
    {
        await using var service = await Service.StartAsync("ann");
        var desk = new CountingDesk(service.Personalizer);
        var push = new NotedSender(NotificationChannel.Push);
        var runner = new NotificationRunner(desk, [push], service.Time, NullLogger<NotificationRunner>.Instance, TimeSpan.FromDays(2));
        Assert.Equal(1, (await runner.RunOnceAsync()).Sent);
        await runner.RunOnceAsync();
        var next = (await service.Personalizer.PlanNotificationsAsync(new ProfileId("ann"))).NextAt;
        Assert.InRange(next!.Value, service.Time.GetUtcNow().AddHours(1), service.Time.GetUtcNow().AddDays(2));
        var asked = desk.Plans;

        while (service.Time.GetUtcNow() < next.Value.AddMinutes(-30))
        {
            service.Time.Advance(TimeSpan.FromMinutes(30));
            Assert.Equal((0, 1), await PlannedAndRestingAsync(runner));
        }

        Assert.Equal(asked, desk.Plans);
        service.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal((1, 0), await PlannedAndRestingAsync(runner));
    }

    [Fact]
    public async Task A_profile_is_asked_after_an_hour_in_any_case_and_at_once_when_it_is_to_be_reached_otherwise()
    {
        await using var service = await Service.StartAsync();
        var id = new ProfileId("new");
        var settings = new ProfileSettings { Id = id, Name = "Nothing is known of it", Notifications = new NotificationSettings { PushToken = "1", OptOuts = [new NotificationOptOut { Kind = NotificationKind.Digest }] } };
        await service.Personalizer.PutProfileAsync(settings);
        var runner = service.Runner(new NotedSender(NotificationChannel.Push));
        Assert.Equal((1, 0), await PlannedAndRestingAsync(runner));
        service.Time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal((0, 1), await PlannedAndRestingAsync(runner));
        await service.Personalizer.PutProfileAsync(settings with { Notifications = new NotificationSettings { PushToken = "2" } });
        Assert.Equal((1, 0), await PlannedAndRestingAsync(runner));
        service.Time.Advance(TimeSpan.FromMinutes(60));
        Assert.Equal((1, 0), await PlannedAndRestingAsync(runner));
        await service.Personalizer.EraseProfileAsync(id);
        Assert.Equal((0, 0), await PlannedAndRestingAsync(runner));
    }

    private static async Task<(int Planned, int Resting)> PlannedAndRestingAsync(NotificationRunner runner)
    {
        var report = await runner.RunOnceAsync();
        return (report.Profiles, report.Resting);
    }

    [Fact]
    public async Task Planning_for_all_sends_nothing()
    {
        await using var service = await Service.StartAsync("ann", "bo");
        var plans = new List<PlannedProfile>();
        await foreach (var planned in NotificationRunner.PlanAllAsync(new PersonalizerDesk(service.Personalizer)))
            plans.Add(planned);
        Assert.Equal(["ann", "bo"], plans.Select(planned => planned.Profile.Id.Value));
        Assert.All(plans, planned => Assert.NotNull(planned.Plan.Send));
        Assert.Empty(await service.MessageEventsAsync("ann"));
    }

    /// <summary>Counts what is asked of a service.</summary>
    private sealed class CountingDesk(IPersonalizer personalizer) : INotificationDesk
    {
        private readonly PersonalizerDesk _desk = new(personalizer);
        private int _plans;

        public int Plans => _plans;

        public Task<ProfileList> ListProfilesAsync(ProfileQuery query, CancellationToken cancellationToken = default) => _desk.ListProfilesAsync(query, cancellationToken);

        public Task<NotificationPlan> PlanAsync(ProfileId profile, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _plans);
            return _desk.PlanAsync(profile, cancellationToken);
        }

        public Task<ImmutableArray<EventReceipt>> RecordAsync(ImmutableArray<ProfileEvent> events, CancellationToken cancellationToken = default) =>
            _desk.RecordAsync(events, cancellationToken);
    }

    /// <summary>The process dies while it sends.</summary>
    private sealed class DyingSender(NotificationChannel channel) : INotificationSender
    {
        public NotificationChannel Channel => channel;

        public bool IsReady => true;

        public OutgoingNotification? Last { get; private set; }

        public Task<SendOutcome> SendAsync(OutgoingNotification notification, CancellationToken cancellationToken = default)
        {
            Last = notification;
            throw new InvalidOperationException("the process died");
        }
    }
}
