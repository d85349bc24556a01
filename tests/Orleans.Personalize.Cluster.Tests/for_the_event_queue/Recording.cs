using System.Diagnostics;
using Orleans.Personalize.Conformance;
using Orleans.Personalize.Events;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Queues;

namespace Orleans.Personalize.Cluster.Tests.for_the_event_queue;

public sealed class Recording : ClusterFacts
{
    private static readonly ProfileId Ben = new("ben");
    private static readonly TitleId Film = SampleCatalog.Film("drama", 1);
    private readonly Cuts _cuts = new();

    protected override bool HasQueue => true;

    protected override IIncomingGrainCallFilter Calls => _cuts;

    private IEventQueue Queue => Cluster.NewQueue();

    private IDeadLetters DeadLetters => Cluster.NewDeadLetterClient();

    [Fact]
    public async Task What_was_queued_is_recorded_in_the_order_in_which_it_was_sent()
    {
        ProfileEvent[] events = [Events.Opened(Film), Events.Listed(Film), Events.Paused(Film, 60), Events.Completed(Film)];

        var receipts = await Queue.EnqueueAsync([.. events]);

        Assert.All(receipts, receipt => Assert.Equal(EventOutcome.Queued, receipt.Outcome));
        await UntilKeptAsync(events);
        Assert.Equal(events.Select(e => e.Id), await KeptEventsAsync());
    }

    [Fact]
    public async Task An_event_that_is_sent_again_or_came_by_call_before_changes_nothing_twice()
    {
        var (called, queued, last) = (Events.Opened(Film), Events.Listed(Film), Events.Completed(Film));
        await RecordAsync(called);

        await Queue.EnqueueAsync([called, queued]);
        await Queue.EnqueueAsync([queued, called, queued]);
        await Queue.EnqueueAsync([last]);

        await UntilKeptAsync(last);
        Assert.Equal([called.Id, queued.Id, last.Id], await KeptEventsAsync());
    }

    [Fact]
    public async Task An_event_that_comes_after_a_newer_one_is_kept_and_does_not_undo_it()
    {
        var older = Events.Paused(Film, 60);
        Time.Advance(TimeSpan.FromHours(1));
        var newer = Events.Completed(Film);

        await Queue.EnqueueAsync([newer]);
        await Queue.EnqueueAsync([older]);

        await UntilKeptAsync(newer, older);
        Assert.Null(await RowAsync(Pages.RowKind.ContinueWatching));
    }

    [Fact]
    public async Task One_that_was_recorded_without_an_answer_comes_again_and_changes_nothing()
    {
        var (first, second) = (Events.Opened(Film), Events.Listed(Film));
        _cuts.CutAnswers = 2;

        await Queue.EnqueueAsync([first, second]);

        await UntilAsync(() => Task.FromResult(_cuts.CutAnswers == 0 && _cuts.Answered > 0));
        Assert.Equal([first.Id, second.Id], await KeptEventsAsync());
        Assert.Empty((await DeadLetters.ListDeadLettersAsync()).Letters);
    }

    [Fact]
    public async Task While_the_storage_refuses_events_wait_and_none_is_lost()
    {
        var refusals = 0;
        Probe.FailsBefore = (state, key) => state == "profile" && key == "default/ann" && Interlocked.Increment(ref refusals) > 0;
        ProfileEvent[] events = [Events.Opened(Film), Events.Listed(Film)];
        await Queue.EnqueueAsync([events[0]]);
        await Queue.EnqueueAsync([events[1]]);
        await UntilAsync(() => Task.FromResult(Volatile.Read(ref refusals) >= 2));

        Probe.Forget();

        await UntilKeptAsync(events);
        Assert.Equal(events.Select(e => e.Id), await KeptEventsAsync());
        Assert.Empty((await DeadLetters.ListDeadLettersAsync()).Letters);
    }

    [Fact]
    public async Task One_that_is_wrong_becomes_a_dead_letter_with_its_reason_and_holds_up_nobody()
    {
        var (wrong, right) = (Events.Opened(new TitleId("unknown")), Events.Listed(Film));
        var nobodys = new EventMaker(new ProfileId("nobody"), Time).Opened(Film);

        await Queue.EnqueueAsync([wrong, nobodys, right]);

        await UntilKeptAsync(right);
        await UntilAsync(async () => (await DeadLetters.ListDeadLettersAsync()).Count == 2);
        var letters = (await DeadLetters.ListDeadLettersAsync()).Letters;
        Assert.Equal([0, 1], letters.Select(letter => letter.Number));
        Assert.Contains("title", letters.Single(letter => letter.Event == wrong).Reason);
        Assert.Contains("profile", letters.Single(letter => letter.Event == nobodys).Reason);
    }

    [Fact]
    public async Task A_profile_that_refuses_for_long_holds_up_nobody_any_more_and_gets_its_events_when_they_are_tried_again()
    {
        await Personalizer.PutProfileAsync(new ProfileSettings { Id = Ben, Name = "Ben" });
        var refusals = 0;
        Probe.FailsBefore = (state, key) => state == "profile" && key == "default/ann" && Interlocked.Increment(ref refusals) > 0;
        var (anns, bens) = (Events.Opened(Film), new EventMaker(Ben, Time).Opened(Film));
        await Queue.EnqueueAsync([anns, bens]);
        await UntilAsync(() => Task.FromResult(Volatile.Read(ref refusals) >= 1));

        Time.Advance(TimeSpan.FromMinutes(11));

        await UntilAsync(async () => (await DeadLetters.ListDeadLettersAsync()).Count == 1);
        Assert.Equal([bens.Id], (await Personalizer.ExportProfileAsync(Ben)).Events.Select(e => e.Id));
        Assert.Equal(new DeadLetterReplay(Recorded: 0, Kept: 1), await DeadLetters.ReplayDeadLettersAsync());
        Probe.Forget();
        Assert.Equal(new DeadLetterReplay(Recorded: 1, Kept: 0), await DeadLetters.ReplayDeadLettersAsync());
        Assert.Equal([anns.Id], await KeptEventsAsync());
        Assert.Equal(0, (await DeadLetters.ListDeadLettersAsync()).Count);
    }

    [Fact]
    public async Task Dead_letters_outlive_the_silos_and_go_when_they_are_taken_away()
    {
        const int Many = 150;
        await Queue.EnqueueAsync([.. Enumerable.Range(0, Many).Select(i => Events.Opened(new TitleId($"unknown-{i}")))]);
        await UntilAsync(async () => (await DeadLetters.ListDeadLettersAsync()).Count == Many);
        await RestartAsync();

        var letters = await DeadLetters.ListDeadLettersAsync(count: 100);
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"unknown-{i}"), letters.Letters.Select(letter => ((TitleOpened)letter.Event!).Title.Value));
        Assert.Equal(70, await DeadLetters.RemoveDeadLettersAsync(through: 69));

        letters = await DeadLetters.ListDeadLettersAsync(count: 100);
        Assert.Equal((Many - 70, 70), (letters.Count, letters.Letters[0].Number));
        Assert.Equal(Many - 70, await DeadLetters.RemoveDeadLettersAsync(through: 1000));
        Assert.Empty((await DeadLetters.ListDeadLettersAsync()).Letters);
    }

    [Fact]
    public async Task Dead_letters_of_a_profile_are_forgotten_with_it()
    {
        await Personalizer.PutProfileAsync(new ProfileSettings { Id = Ben, Name = "Ben" });
        var bens = new EventMaker(Ben, Time);
        await Queue.EnqueueAsync([.. Enumerable.Range(0, 80).SelectMany(i => new ProfileEvent[] { Events.Opened(new TitleId($"unknown-{i}")), bens.Opened(new TitleId($"unknown-{i}")) })]);
        await UntilAsync(async () => (await DeadLetters.ListDeadLettersAsync()).Count == 160);

        await Personalizer.EraseProfileAsync(Ben);

        var letters = await DeadLetters.ListDeadLettersAsync(IDeadLetters.MaxCount);
        Assert.Equal(80, letters.Count);
        Assert.DoesNotContain(letters.Letters, letter => letter.Event!.Profile == Ben);
    }

    private Task UntilKeptAsync(params ProfileEvent[] events) =>
        UntilAsync(async () => (await KeptEventsAsync()).Intersect(events.Select(e => e.Id)).Count() == events.Length);

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var started = Stopwatch.GetTimestamp(); !await holds();)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(1), "nothing came for a minute");
            await Task.Delay(20);
        }
    }

    /// <summary>Lets events be recorded, and whoever sent them not hear of it.</summary>
    private sealed class Cuts : IIncomingGrainCallFilter
    {
        private int _answered;

        /// <summary>How many answers are cut off next.</summary>
        public int CutAnswers { get; set; }

        /// <summary>How many arrived.</summary>
        public int Answered => Volatile.Read(ref _answered);

        public async Task Invoke(IIncomingGrainCallContext context)
        {
            await context.Invoke();
            if (!context.MethodName.StartsWith("Record", StringComparison.Ordinal))
                return;
            if (CutAnswers > 0)
            {
                CutAnswers--;
                throw new TimeoutException("the answer is lost");
            }

            Interlocked.Increment(ref _answered);
        }
    }
}
