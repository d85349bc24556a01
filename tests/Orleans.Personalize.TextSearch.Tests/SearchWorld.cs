using System.Collections.Immutable;
using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Search;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.TextSearch.Tests;

/// <summary>A catalogue with an engine and a text index over it, and one profile that searches in it.</summary>
internal sealed class SearchWorld : IDisposable
{
    private readonly TextIndexer _indexer = new();
    private int _events;

    public SearchWorld(params IEnumerable<Title> titles)
    {
        Catalog = new Catalog([.. titles], 1);
        Engine = new PersonalizationEngine(Catalog, PersonalizationModel.Untrained, text: _indexer.Follow(Catalog));
    }

    public static DateTimeOffset Now { get; } = new(2026, 5, 15, 20, 0, 0, TimeSpan.Zero);

    public Catalog Catalog { get; }

    public PersonalizationEngine Engine { get; }

    public ProfileSettings Settings { get; set; } = new() { Id = new ProfileId("p"), Name = "P" };

    public ProfileState State { get; private set; } = ProfileState.Empty;

    public ImmutableArray<TitleOutcome> Outcomes { get; private set; } = [];

    public static Title Film(string name, params string[] genres) => new()
    {
        Id = new TitleId(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)))[..16]),
        Name = name,
        Genres = [.. genres],
    };

    public SearchResults Search(string query, int count = 20, TitleKind? kind = null, ImmutableArray<(int, float)> openings = default) =>
        Engine.Search(State, Settings, Moment, new SearchRequest { Profile = Settings.Id, Query = query, Count = count, Kind = kind }, openings);

    /// <summary>The names of the titles found, in their order; nothing where none was found.</summary>
    public string[] Names(string query) => Search(query) is { Outcome: SearchOutcome.Found } found ? [.. found.Cards.Select(card => card.Name)] : [];

    public HomePage Home() => Engine.ComposeHome(State, Settings, Moment, new HomeRequest { Profile = Settings.Id });

    public void Does(Func<EventId, ProfileEvent> make)
    {
        var transition = Engine.Apply(State, Settings, make(new EventId($"e{_events++}")));
        (State, Outcomes) = (transition.State, transition.Outcomes);
    }

    public void Searched(string query) => Does(id => new Searched { Id = id, Profile = Settings.Id, Time = Now, Query = query });

    public void Completed(Title title) =>
        Does(id => new PlayCompleted { Id = id, Profile = Settings.Id, Time = Now, Title = title.Id, PositionSeconds = 6000, DurationSeconds = 6000 });

    public void Dispose() => _indexer.Dispose();

    private static Moment Moment => new(Now, TrendSnapshot.Empty, []);
}
