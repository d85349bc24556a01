using System.Collections.Immutable;
using System.Text.Json;
using Orleans.Personalize.Events;
using Orleans.Personalize.Json;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Conformance;

/// <summary>
/// What the groups of facts about <see cref="IPersonalizer"/> share. Every fact uses profiles, and titles that it changes, of its own,
/// because the facts of a class share one host.
/// </summary>
/// <typeparam name="THost">The host under test.</typeparam>
/// <param name="host">The host under test.</param>
public abstract class PersonalizerFacts<THost>(THost host) : IClassFixture<THost>
    where THost : PersonalizerHost
{
    private static int _profiles;

    /// <summary>The host under test.</summary>
    protected THost Host { get; } = host;

    /// <summary>The running service.</summary>
    protected IPersonalizer Personalizer => Host.Personalizer;

    /// <summary>A profile id that no other fact has.</summary>
    protected static ProfileId NewProfileId() => new($"profile-{Interlocked.Increment(ref _profiles)}");

    /// <summary>The titles of all rows of a page, in reading order.</summary>
    protected static ImmutableArray<TitleId> TitlesOf(HomePage page) => [.. page.Rows.SelectMany(row => row.Cards).Select(card => card.Title)];

    /// <summary>The row of a kind, or null.</summary>
    protected static Row? RowOf(HomePage page, RowKind kind) => page.Rows.FirstOrDefault(row => row.Kind == kind);

    /// <summary>Asserts that two answers are the same in everything that is written as JSON.</summary>
    protected static void AssertSame<T>(T expected, T actual) =>
        Assert.Equal(JsonSerializer.Serialize(expected, PersonalizeJson.Options), JsonSerializer.Serialize(actual, PersonalizeJson.Options));

    /// <summary>Creates a profile.</summary>
    /// <returns>What makes events of it.</returns>
    protected async Task<EventMaker> NewProfileAsync(bool kids = false, int maturityLimit = 21, string? country = null)
    {
        var id = NewProfileId();
        await Personalizer.PutProfileAsync(new ProfileSettings
        {
            Id = id,
            Name = $"Member {id}",
            Kids = kids,
            MaturityLimit = maturityLimit,
            Country = country,
        });
        return new EventMaker(id, Host.Time);
    }

    /// <summary>Sends events in one call and asserts that each is accepted.</summary>
    protected async Task RecordAsync(params ProfileEvent[] events)
    {
        var receipts = await Personalizer.RecordAsync([.. events]);
        Assert.Equal(events.Select(e => new EventReceipt(e.Id, EventOutcome.Accepted)), receipts);
    }

    /// <summary>The home page of this moment, with all rows and rows shorter than the catalogue.</summary>
    protected Task<HomePage> HomeAsync(EventMaker of, bool explain = false) =>
        Personalizer.GetHomeAsync(new HomeRequest { Profile = of.Profile, Rows = 40, Columns = 10, Explain = explain });

    /// <summary>Lets new profiles play sixteen films once each and one of them every time.</summary>
    protected async Task PlayMuchAsync(TitleId hit)
    {
        for (var i = 0; i < 16; i++)
        {
            var member = await NewProfileAsync();
            await RecordAsync(member.Completed(hit), member.Completed(SampleCatalog.Film(i < 8 ? "family" : "comedy", 1 + (i % 8))));
        }

        await Host.SettleAsync();
    }

    /// <summary>The ids of the events that the profile's export holds, in its order.</summary>
    protected async Task<IReadOnlyList<EventId>> KeptEventsAsync(EventMaker of) =>
        [.. (await Personalizer.ExportProfileAsync(of.Profile)).Events.Select(e => e.Id)];
}
