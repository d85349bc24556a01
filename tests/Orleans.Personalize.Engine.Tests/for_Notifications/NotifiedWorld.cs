using Orleans.Personalize.Engine.Occasions;
using Orleans.Personalize.Engine.Tests.TestWorlds;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Tests.for_Notifications;

/// <summary>A catalogue with something to tell of, and a profile that can be reached; it is Friday, eight in the evening.</summary>
internal sealed class NotifiedWorld
{
    private int _events;

    public NotifiedWorld(string? email = "mara@example.com", string? push = "token", params Title[] more)
    {
        World = new TestWorld([.. TestWorld.Films(12, "Drama", "Comedy", "Horror"), Harbour, .. more]);
        Profile = World.NewProfile();
        Profile.Settings = Profile.Settings with { Notifications = new NotificationSettings { Email = email, PushToken = push } };
    }

    public static DateTimeOffset Friday => TestWorld.Now;

    public static Title Harbour { get; } = TestWorld.Film("harbour", "Drama") with
    {
        Name = "Harbour Lights",
        Kind = TitleKind.Series,
        Episodes =
        [
            new Episode { Season = 1, Number = 1, RuntimeMinutes = 50, AddedAt = Friday.AddDays(-200) },
            new Episode { Season = 1, Number = 2, RuntimeMinutes = 50, AddedAt = Friday.AddDays(-200) },
            new Episode { Season = 2, Number = 1, RuntimeMinutes = 50, AddedAt = Friday.AddDays(-1) },
            new Episode { Season = 2, Number = 2, RuntimeMinutes = 50, AddedAt = Friday.AddDays(-1) },
        ],
    };

    public TestWorld World { get; }

    public TestProfile Profile { get; }

    public NotificationPlan Plan(DateTimeOffset? now = null)
    {
        Profile.Now = now ?? Friday;
        return World.Engine.PlanNotifications(Profile.State, Profile.Settings, Profile.Moment);
    }

    /// <summary>The profile watched the series' first season some days ago.</summary>
    public NotifiedWorld WatchedHarbour(double daysAgo = 10) => Does(new PlayCompleted
    {
        Id = NextId(),
        Profile = Profile.Settings.Id,
        Time = Friday.AddDays(-daysAgo),
        Title = Harbour.Id,
        Season = 1,
        Episode = 2,
        PositionSeconds = 3000,
    });

    /// <summary>The profile likes dramas.</summary>
    public NotifiedWorld LikesDramas(double daysAgo = 20)
    {
        for (var i = 1; i <= 4; i++)
            Does(new PlayCompleted { Id = NextId(), Profile = Profile.Settings.Id, Time = Friday.AddDays(-daysAgo - i), Title = new TitleId($"drama-{i}"), PositionSeconds = 6000 });
        return this;
    }

    public NotifiedWorld Does(ProfileEvent happened)
    {
        Profile.State = World.Engine.Apply(Profile.State, Profile.Settings, happened).State;
        return this;
    }

    /// <summary>Everybody watches at such a time of the week.</summary>
    public void EverybodyWatches(DateTimeOffset time, int plays)
    {
        var outcome = new TitleOutcome(0, TitleOutcomeKind.Played, time, plays, -1, Country: null) { Occasion = Occasion.Of(time, device: null).Number };
        var gathered = TrendSnapshot.Of([TitleStatistics.Empty.Apply(outcome)], time);
        World.Trend = TrendSnapshot.Empty with { Occasions = gathered.Occasions };
    }

    /// <summary>What a sender does with a plan that sends.</summary>
    public NotificationSuggestion Sends(NotificationPlan plan, bool cutOff = false)
    {
        Does(plan.Claim!);
        if (!cutOff)
            Does(new NotificationSent { Id = NextId(), Profile = Profile.Settings.Id, Time = plan.PlannedAt, Notification = plan.Send!.Id });
        return plan.Send!;
    }

    /// <summary>A message of the past, of which nothing or something became.</summary>
    public NotifiedWorld Got(NotificationChannel channel, double daysAgo, bool opened = false, NotificationKind kind = NotificationKind.NewArrival)
    {
        var message = $"past-{_events}";
        var time = Friday.AddDays(-daysAgo);
        Does(new NotificationSent { Id = NextId(), Profile = Profile.Settings.Id, Time = time, Notification = message, Channel = channel, Kind = kind });
        return opened ? Does(new NotificationOpened { Id = NextId(), Profile = Profile.Settings.Id, Time = time.AddHours(1), Notification = message }) : this;
    }

    public NotifiedWorld With(Func<NotificationSettings, NotificationSettings> change)
    {
        Profile.Settings = Profile.Settings with { Notifications = change(Profile.Settings.Notifications!) };
        return this;
    }

    public NotifiedWorld WithSettings(Func<ProfileSettings, ProfileSettings> change)
    {
        Profile.Settings = change(Profile.Settings);
        return this;
    }

    public EventId NextId() => new($"n{_events++}");
}
