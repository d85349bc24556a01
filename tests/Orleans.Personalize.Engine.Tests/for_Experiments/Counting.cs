using Orleans.Personalize.Engine.Experiments;
using Orleans.Personalize.Engine.Tests.TestWorlds;
using Orleans.Personalize.Events;
using Orleans.Personalize.Notifications;

namespace Orleans.Personalize.Engine.Tests.for_Experiments;

public sealed class Counting
{
    private static readonly TitleId Film = new("drama-1");
    private readonly TestProfile _profile = TestWorld.Of(10, "Drama").NewProfile();
    private readonly ExperimentSet _experiments = ExperimentSet.Empty.Put(Trials.Of("one", 0.5, 0.5), Trials.Now).Start(new ExperimentId("one"), Trials.Now);
    private ArmCounts _total;

    [Fact]
    public void A_visit_begins_after_half_an_hour_without_anything()
    {
        Does(new TitleOpened { Id = new("1"), Profile = Me, Time = Trials.Now, Title = Film });
        Does(new TitleOpened { Id = new("2"), Profile = Me, Time = Trials.Now.AddMinutes(29), Title = Film });
        Does(new TitleOpened { Id = new("3"), Profile = Me, Time = Trials.Now.AddMinutes(58), Title = Film });
        Assert.Equal(1, _total.Visits);
        Does(new TitleOpened { Id = new("4"), Profile = Me, Time = Trials.Now.AddMinutes(90), Title = Film });
        Assert.Equal(2, _total.Visits);

        // One that comes late belongs to a visit that was counted.
        Does(new TitleOpened { Id = new("5"), Profile = Me, Time = Trials.Now.AddMinutes(45), Title = Film });
        Assert.Equal(2, _total.Visits);
    }

    [Fact]
    public void What_is_seen_begun_and_finished_is_counted_and_nothing_else()
    {
        Does(new Impression { Id = new("1"), Profile = Me, Time = Trials.Now, Title = Film });
        Does(new PlayStarted { Id = new("2"), Profile = Me, Time = Trials.Now, Title = Film });
        Does(new PlayProgressed { Id = new("3"), Profile = Me, Time = Trials.Now, Title = Film, PositionSeconds = 100 });
        Does(new PlayCompleted { Id = new("4"), Profile = Me, Time = Trials.Now, Title = Film, PositionSeconds = 6000 });
        Assert.Equal(new ArmCounts(1, 1, 1, 1), _total);
    }

    [Fact]
    public void A_message_that_goes_out_is_no_visit_and_what_follows_it_is_one()
    {
        Does(new NotificationSent { Id = new("1"), Profile = Me, Time = Trials.Now, Notification = "n", Channel = NotificationChannel.Push, Kind = NotificationKind.Resume });
        Assert.Equal(default, _total);
        Does(new NotificationOpened { Id = new("2"), Profile = Me, Time = Trials.Now.AddMinutes(5), Notification = "n" });
        Does(new TitleOpened { Id = new("3"), Profile = Me, Time = Trials.Now.AddMinutes(6), Title = Film });
        Assert.Equal(1, _total.Visits);
    }

    [Fact]
    public void Only_what_happens_while_it_runs_counts()
    {
        var end = Trials.Now.AddHours(1);
        var stopped = _experiments.Stop(new ExperimentId("one"), end);
        Assert.Empty(stopped.Count(_profile.State, new TitleOpened { Id = new("1"), Profile = Me, Time = Trials.Now.AddSeconds(-1), Title = Film }));
        Assert.Single(stopped.Count(_profile.State, new TitleOpened { Id = new("1"), Profile = Me, Time = end.AddSeconds(-1), Title = Film }));
        Assert.Empty(stopped.Count(_profile.State, new TitleOpened { Id = new("1"), Profile = Me, Time = end, Title = Film }));
    }

    private ProfileId Me => _profile.Settings.Id;

    private void Does(ProfileEvent profileEvent)
    {
        foreach (var (_, counts) in _experiments.Count(_profile.State, profileEvent))
            _total += counts;
        _profile.Does(profileEvent);
    }
}
