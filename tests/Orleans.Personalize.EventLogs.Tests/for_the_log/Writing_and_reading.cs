using Orleans.Personalize.Conformance;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.EventLogs.Tests.for_the_log;

public sealed class Writing_and_reading
{
    private static readonly TitleId Film = SampleCatalog.Film("drama", 1);
    private readonly ManualTimeProvider _time = new(SampleCatalog.Now);
    private readonly MemoryLogStore _store;
    private readonly EventMaker _ann;

    public Writing_and_reading()
    {
        _store = new MemoryLogStore(_time);
        _ann = new EventMaker(new ProfileId("ann"), _time);
    }

    [Fact]
    public async Task Events_come_back_as_they_were_sent()
    {
        ProfileEvent[] events = [_ann.Started(Film), _ann.Paused(Film, 900), _ann.Searched("ein \"Film\"\nmit Zeilen"), _ann.Rated(Film, 4.5)];
        await using var writer = NewWriter();

        await writer.AppendAsync(Guid.NewGuid(), LoggedWorld.LinesOf(events));

        Assert.Equal(events, await ReadAsync());
    }

    [Fact]
    public async Task Appends_that_wait_share_one_write()
    {
        var begun = new TaskCompletionSource();
        var disk = new TaskCompletionSource();
        _store.Before = async _ =>
        {
            begun.TrySetResult();
            await disk.Task;
        };
        await using var writer = NewWriter();
        var first = writer.AppendAsync(Guid.NewGuid(), LoggedWorld.LinesOf(_ann.Opened(Film)));
        await begun.Task;
        var others = Enumerable.Range(0, 100).Select(_ => writer.AppendAsync(Guid.NewGuid(), LoggedWorld.LinesOf(_ann.Opened(Film)))).ToArray();

        disk.SetResult();
        await Task.WhenAll([first, .. others]);

        // One to make the segment, one for the first, one for all others.
        Assert.Equal(3, _store.Steps);
        Assert.Equal(101, (await ReadAsync()).Count);
    }

    [Fact]
    public async Task A_repeated_event_id_of_a_profile_is_read_once_and_that_of_another_profile_is_another()
    {
        var opened = _ann.Opened(Film);
        await using var writer = NewWriter();
        var life = Guid.NewGuid();

        await writer.AppendAsync(life, LoggedWorld.LinesOf(opened));
        await writer.AppendAsync(life, LoggedWorld.LinesOf(opened));
        await writer.AppendAsync(Guid.NewGuid(), LoggedWorld.LinesOf(opened with { Profile = new ProfileId("bob") }));

        Assert.Equal(["ann", "bob"], (await ReadAsync()).Select(e => e.Profile.Value));
    }

    [Fact]
    public async Task A_profile_that_was_erased_and_made_again_keeps_only_its_second_life()
    {
        await using var writer = NewWriter();
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        var opened = _ann.Opened(Film);
        await writer.AppendAsync(first, LoggedWorld.LinesOf(opened, _ann.Opened(Film)));

        await writer.EraseAsync(first);
        Assert.Empty(await ReadAsync());
        await writer.AppendAsync(second, LoggedWorld.LinesOf(opened));

        Assert.Equal([opened], await ReadAsync());
    }

    [Fact]
    public async Task The_marks_of_erased_profiles_name_nobody()
    {
        await using var writer = NewWriter();
        await writer.AppendAsync(Guid.NewGuid(), LoggedWorld.LinesOf(_ann.Opened(Film)));
        await writer.EraseAsync(Guid.NewGuid());

        var mark = Assert.Single(_store.Names, name => name.Contains("/erased/", StringComparison.Ordinal));

        Assert.DoesNotContain("ann", mark, StringComparison.Ordinal);
        Assert.Empty(_store[mark]);
    }

    [Fact]
    public async Task A_tenant_reads_nothing_of_another()
    {
        await using var other = new EventLogWriter(_store, "other", _time);
        await other.AppendAsync(Guid.NewGuid(), LoggedWorld.LinesOf(_ann.Opened(Film)));

        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task An_append_larger_than_a_batch_comes_back_whole()
    {
        ProfileEvent[] events = [.. Enumerable.Range(0, 5_000).Select(i => _ann.Searched(new string('x', 1_000)))];
        await using var writer = NewWriter();

        await writer.AppendAsync(Guid.NewGuid(), LoggedWorld.LinesOf(events));

        Assert.Equal(events.Length, (await ReadAsync()).Count);
    }

    [Fact]
    public async Task Damage_in_the_middle_of_a_segment_is_told_and_not_skipped()
    {
        await using (var writer = NewWriter())
        {
            for (var i = 0; i < 3; i++)
                await writer.AppendAsync(Guid.NewGuid(), LoggedWorld.LinesOf(_ann.Opened(Film)));
        }

        var segment = Assert.Single(_store.Names);
        var bytes = (byte[])_store[segment].Clone();
        bytes[40] ^= 1;
        _store[segment] = bytes;

        var damage = await Assert.ThrowsAsync<InvalidDataException>(ReadAsync);

        Assert.Contains(segment, damage.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidDataException>(() => CompactAsync());
        Assert.Contains(segment, _store.Names);
    }

    [Fact]
    public async Task Compaction_makes_one_small_segment_of_many_and_changes_nothing_that_is_read()
    {
        var sent = new List<ProfileEvent>();
        for (var i = 0; i < 20; i++)
        {
            await using var writer = NewWriter();
            ProfileEvent[] events = [.. Enumerable.Range(0, 20).Select(n => _ann.Progressed(Film, n))];
            await writer.AppendAsync(Guid.NewGuid(), LoggedWorld.LinesOf(events));
            sent.AddRange(events);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        var before = _store.Names.Sum(name => _store[name].Length);
        var report = await CompactAsync();

        Assert.Equal((20, 1, 400), (report.Taken, report.Made, report.Events));
        Assert.InRange(_store[Assert.Single(_store.Names)].Length, 1, before / 4);
        Assert.Equal(sent, await ReadAsync());
    }

    [Fact]
    public async Task What_is_compacted_while_it_is_read_is_read_all_the_same()
    {
        for (var i = 0; i < 10; i++)
        {
            await using var writer = NewWriter();
            await writer.AppendAsync(Guid.NewGuid(), LoggedWorld.LinesOf(_ann.Opened(Film), _ann.Opened(Film)));
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        var read = new List<EventId>();
        await foreach (var e in new EventLogReader(_store, LoggedWorld.Tenant).ReadEventsAsync())
        {
            read.Add(e.Id);
            if (read.Count == 5)
                await CompactAsync();
        }

        Assert.Equal(20, read.Distinct().Count());
        Assert.Equal(20, read.Count);
    }

    [Fact]
    public async Task Segments_in_use_and_marks_that_may_still_be_needed_stay()
    {
        await using var writer = NewWriter();
        var life = Guid.NewGuid();
        await writer.AppendAsync(life, LoggedWorld.LinesOf(_ann.Opened(Film)));
        await writer.EraseAsync(life);
        _time.Advance(TimeSpan.FromDays(3));

        var report = await CompactAsync(purge: true);

        Assert.Equal((0, 0), (report.Taken, report.Marks));
        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task Events_older_than_is_kept_leave_with_a_purge_whatever_segment_they_are_in()
    {
        var (life, old) = (Guid.NewGuid(), _ann.Opened(Film));
        await AppendAsync(life, old);
        await CompactAsync();
        _time.Advance(TimeSpan.FromDays(20));
        var young = _ann.Opened(Film);
        await AppendAsync(life, young);
        await CompactAsync(keepFor: TimeSpan.FromDays(30));
        Assert.Equal([old, young], await ReadAsync());

        _time.Advance(TimeSpan.FromDays(11));
        var report = await CompactAsync(purge: true, keepFor: TimeSpan.FromDays(30), minSegments: 100);

        Assert.Equal(1, report.Expired);
        Assert.Equal([young], await ReadAsync());
    }

    [Fact]
    public async Task A_purge_leaves_segments_alone_that_hold_nothing_too_old()
    {
        await AppendAsync(Guid.NewGuid(), _ann.Opened(Film));
        await CompactAsync();
        var before = _store.Names.ToArray();

        await CompactAsync(purge: true, keepFor: TimeSpan.FromDays(30), minSegments: 100);

        Assert.Equal(before, _store.Names);
    }

    [Fact]
    public async Task Titles_are_kept_in_their_newest_version()
    {
        var compactor = new EventLogCompactor(_store, LoggedWorld.Tenant, _time);
        var reader = new EventLogReader(_store, LoggedWorld.Tenant);
        Assert.Empty(await reader.ReadTitlesAsync());

        await compactor.PutTitlesAsync(SampleCatalog.Titles, 7);
        await compactor.PutTitlesAsync([SampleCatalog.NewFilm("later")], 12);
        await compactor.PutTitlesAsync(SampleCatalog.Titles, 8);

        Assert.Equal("later", Assert.Single(await reader.ReadTitlesAsync()).Id.Value);
        Assert.Single(_store.Names);
    }

    private EventLogWriter NewWriter() => new(_store, LoggedWorld.Tenant, _time);

    private async Task AppendAsync(Guid life, ProfileEvent sent)
    {
        await using var writer = NewWriter();
        await writer.AppendAsync(life, LoggedWorld.LinesOf(sent));
    }

    private Task<CompactionReport> CompactAsync(bool purge = false, TimeSpan? keepFor = null, int minSegments = 1) =>
        new EventLogCompactor(_store, LoggedWorld.Tenant, _time).CompactAsync(new CompactionOptions { MinSegments = minSegments, Purge = purge, KeepFor = keepFor });

    private async Task<List<ProfileEvent>> ReadAsync()
    {
        var events = new List<ProfileEvent>();
        await foreach (var e in new EventLogReader(_store, LoggedWorld.Tenant).ReadEventsAsync())
            events.Add(e);
        return events;
    }
}
