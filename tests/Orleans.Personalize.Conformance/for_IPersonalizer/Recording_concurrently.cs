using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Conformance.for_IPersonalizer;

public abstract class Recording_concurrently<THost>(THost host) : PersonalizerFacts<THost>(host)
    where THost : PersonalizerHost
{
    private static readonly TitleId Film = SampleCatalog.Film("thriller", 2);

    [Fact]
    public async Task Two_hundred_calls_for_one_profile_are_each_counted_once()
    {
        var profile = await NewProfileAsync();
        var events = Enumerable.Range(0, 200).Select(i => profile.Progressed(Film, i)).ToArray();

        await Task.WhenAll(events.Select(e => Task.Run(() => RecordAsync(e))));

        Assert.Equal(events.Select(e => e.Id.Value).Order(), (await KeptEventsAsync(profile)).Select(id => id.Value).Order());
    }

    [Fact]
    public async Task Two_hundred_calls_for_many_profiles_are_each_counted_once()
    {
        var profiles = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => NewProfileAsync()));
        var events = Enumerable.Range(0, 200).Select(i => profiles[i % profiles.Length].Listed(SampleCatalog.Film("drama", 1 + (i % 8)))).ToArray();

        await Task.WhenAll(events.Select(e => Task.Run(() => RecordAsync(e))));

        foreach (var profile in profiles)
        {
            var expected = events.Where(e => e.Profile == profile.Profile).Select(e => e.Id.Value).Order();
            Assert.Equal(expected, (await KeptEventsAsync(profile)).Select(id => id.Value).Order());
        }
    }

    [Fact]
    public async Task Fifty_senders_of_one_event_get_one_acceptance()
    {
        var profile = await NewProfileAsync();
        var listed = profile.Listed(Film);

        var receipts = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => Personalizer.RecordAsync([listed]))));

        Assert.Equal(1, receipts.Count(r => r[0].Outcome == EventOutcome.Accepted));
        Assert.Equal(49, receipts.Count(r => r[0].Outcome == EventOutcome.Duplicate));
        Assert.Equal([listed.Id], await KeptEventsAsync(profile));
    }

    [Fact]
    public async Task Every_acknowledged_event_is_in_the_next_page_while_others_write()
    {
        var profiles = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => NewProfileAsync()));

        await Task.WhenAll(profiles.Select(profile => Task.Run(async () =>
        {
            for (var i = 1; i <= 25; i++)
            {
                await RecordAsync(profile.Paused(Film, 300 + i));
                var row = RowOf(await HomeAsync(profile), RowKind.ContinueWatching);
                Assert.NotNull(row);
                Assert.Equal(300 + i, Assert.Single(row.Cards).Progress?.PositionSeconds);
            }
        })));
    }

    [Fact]
    public async Task Calls_of_one_sender_in_turn_keep_their_order()
    {
        var profile = await NewProfileAsync();
        var other = await NewProfileAsync();
        var noise = Task.Run(async () =>
        {
            for (var i = 0; i < 40; i++)
                await RecordAsync(other.Progressed(Film, i));
        });
        var sent = new List<EventId>();
        for (var i = 0; i < 40; i++)
        {
            var e = profile.Progressed(Film, i);
            sent.Add(e.Id);
            await RecordAsync(e);
        }

        await noise;
        Assert.Equal(sent, await KeptEventsAsync(profile));
    }

    [Fact]
    public async Task Settings_catalogue_events_and_pages_may_change_all_at_once()
    {
        var profiles = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => NewProfileAsync()));

        var events = profiles.Select((profile, p) => Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++)
                await RecordAsync(profile.Listed(SampleCatalog.Film("comedy", 1 + ((i + p) % 8))));
        }));
        var titles = Enumerable.Range(0, 8).Select(i => Task.Run(() => Personalizer.PutTitlesAsync([SampleCatalog.NewFilm($"at-once-{i}")])));
        var pages = profiles.Select(profile => Task.Run(() => HomeAsync(profile)));
        await Task.WhenAll([.. events, .. titles, .. pages]);

        foreach (var profile in profiles)
            Assert.Equal(10, (await KeptEventsAsync(profile)).Count);
        for (var i = 0; i < 8; i++)
            Assert.Equal($"The at-once-{i}", (await Personalizer.GetTitleAsync(new TitleId($"at-once-{i}"))).Name);
    }
}
