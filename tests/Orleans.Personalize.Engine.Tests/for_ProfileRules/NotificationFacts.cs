using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Tests.Worlds;
using Orleans.Personalize.Events;
using Orleans.Personalize.Notifications;
using static Orleans.Personalize.Engine.Tests.Worlds.SmallWorld;

namespace Orleans.Personalize.Engine.Tests.for_ProfileRules;

public sealed class NotificationFacts
{
    private readonly SmallWorld _world = new();

    [Fact]
    public void A_claimed_message_is_sent_and_opened_and_keeps_when_and_how_it_was_sent()
    {
        _world.Then(Claimed("n1", 0), Sent("n1", 2), Opened("n1", 90));
        var entry = Assert.Single(_world.State.Notifications.ToArray());
        Assert.Equal(NotificationStage.Opened, entry.Stage);
        Assert.Equal((NotificationChannel.Email, NotificationKind.Digest), (entry.Channel!.Value, entry.Kind!.Value));
        Assert.Equal([Horror, Series], entry.Titles.AsEnumerable());
        Assert.Equal((Interaction.ToSeconds(At(0)), Interaction.ToSeconds(At(90))), (entry.SentSeconds, entry.Seconds));
    }

    [Fact]
    public void What_happened_to_a_message_is_not_undone_by_what_happened_before()
    {
        _world.Then(Claimed("n1", 0), Opened("n1", 5), Sent("n1", 2), Failed("n1", 6), Claimed("n1", 7, attempt: 2));
        Assert.Equal(NotificationStage.Opened, Assert.Single(_world.State.Notifications.ToArray()).Stage);
    }

    [Fact]
    public void A_further_attempt_counts_once()
    {
        _world.Then(Claimed("n1", 0), Claimed("n1", 20, attempt: 2), Claimed("n1", 30, attempt: 2));
        var entry = Assert.Single(_world.State.Notifications.ToArray());
        Assert.Equal((2, Interaction.ToSeconds(At(20)), Interaction.ToSeconds(At(0))), (entry.Attempts, entry.Seconds, entry.SentSeconds));
    }

    [Fact]
    public void A_message_that_failed_stays_failed()
    {
        _world.Then(Claimed("n1", 0), Failed("n1", 1), Claimed("n1", 20, attempt: 2));
        Assert.Equal(NotificationStage.Failed, Assert.Single(_world.State.Notifications.ToArray()).Stage);
    }

    [Fact]
    public void Messages_do_not_say_that_the_profile_was_there()
    {
        _world.Then(Claimed("n1", 0), Sent("n1", 2));
        Assert.Null(_world.State.LastSeen);
        Assert.Null(_world.State.LastOffset);

        _world.Then(_world.Shown(Horror, 10), Sent("n2", 600) with { Time = At(600).ToUniversalTime() });
        Assert.Equal((At(10), TimeSpan.FromHours(2)), (_world.State.LastSeen, _world.State.LastOffset));
    }

    [Fact]
    public void The_oldest_messages_are_forgotten_first()
    {
        for (var i = 0; i < 30; i++)
            _world.Then(Claimed($"n{i}", i));
        var log = _world.State.Notifications.ToArray();
        Assert.Equal(24, log.Length);
        Assert.Equal(Interaction.ToSeconds(At(6)), log[0].SentSeconds);
    }

    internal static NotificationClaimed Claimed(string message, double minutes, int attempt = 1) => new()
    {
        Id = new EventId($"claim-{message}-{attempt}-{minutes}"),
        Profile = Settings.Id,
        Time = At(minutes),
        Notification = message,
        Titles = [Id(Horror), Id(Series)],
        Channel = NotificationChannel.Email,
        Kind = NotificationKind.Digest,
        Attempt = attempt,
    };

    private static NotificationSent Sent(string message, double minutes) =>
        new() { Id = new EventId($"sent-{message}"), Profile = Settings.Id, Time = At(minutes), Notification = message };

    private static NotificationFailed Failed(string message, double minutes) =>
        new() { Id = new EventId($"failed-{message}"), Profile = Settings.Id, Time = At(minutes), Notification = message, Reason = "no such mailbox" };

    private static NotificationOpened Opened(string message, double minutes) =>
        new() { Id = new EventId($"opened-{message}"), Profile = Settings.Id, Time = At(minutes), Notification = message };
}
