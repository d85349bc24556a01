using System.Collections.Immutable;
using Orleans.Personalize.Events;
using Orleans.Personalize.Households;
using Orleans.Personalize.Models;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Search;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Gateway.Tests.Support;

/// <summary>The smallest service that keeps the contract's words: it stores, counts and refuses, and recommends in the order of ids.</summary>
internal sealed class MemoryPersonalizer(TimeProvider time) : IPersonalizer
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, Title> _titles = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ProfileSettings> _profiles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ProfileEvent>> _events = new(StringComparer.Ordinal);

    /// <summary>Its models.</summary>
    public MemoryModels Models { get; } = new();

    /// <summary>Raised by every call, where set.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Awaited by every call, where set.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>What the last list was limited to.</summary>
    public TitleSelection? Selection { get; private set; }

    /// <summary>Done as soon as a call waits at the gate.</summary>
    public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<ImmutableArray<EventReceipt>> RecordAsync(ImmutableArray<ProfileEvent> events, CancellationToken cancellationToken = default) =>
        Answer(() => events.Select(Record).ToImmutableArray());

    public Task<HomePage> GetHomeAsync(HomeRequest request, CancellationToken cancellationToken = default) => Answer(() =>
    {
        Selection = request.Selection;
        Require(request.Profile);
        var rows = ImmutableArray.CreateBuilder<Row>();
        var started = Events(request.Profile).OfType<PlayStarted>().Select(e => e.Title).Distinct().Select(t => CardOf(_titles[t.Value], request.Explain)).ToImmutableArray();
        if (started.Length > 0)
            rows.Add(RowOf("continue", RowKind.ContinueWatching, "Continue watching", started));
        rows.Add(RowOf("top", RowKind.TopPicks, "Top picks", [.. _titles.Values.Take(request.Columns).Select(t => CardOf(t, request.Explain))]));
        return new HomePage
        {
            Id = new PageId("page"),
            Profile = request.Profile,
            ComposedAt = time.GetUtcNow(),
            ModelVersion = $"{request.Device}|{request.Country}|{request.UtcOffset}",
            Rows = [.. rows.Take(request.Rows)],
        };
    });

    public Task<HomeRows> GetRowsAsync(HomeRowsRequest request, CancellationToken cancellationToken = default) => Answer(() =>
    {
        Selection = request.Selection;
        Require(request.Profile);
        if (request.After == "old")
            throw new PageGoneException("the page is too old");
        return new HomeRows
        {
            Page = request.Page,
            Profile = request.Profile,
            ComposedAt = time.GetUtcNow(),
            ModelVersion = request.After,
            FirstRow = 1,
            Rows = [RowOf("more", RowKind.Explore, "More", [.. _titles.Values.Take(request.Count).Select(t => CardOf(t, explain: false))])],
        };
    });

    public Task<RecommendationList> RecommendAsync(RecommendationRequest request, CancellationToken cancellationToken = default) => Answer(() =>
    {
        Selection = request.Selection;
        Require(request.Profile);
        return new RecommendationList
        {
            Profile = request.Profile,
            ModelVersion = $"{request.Device}|{request.Country}",
            Cards = [.. _titles.Values.Take(request.Count).Select(t => CardOf(t, request.Explain))],
        };
    });

    public Task<SearchResults> SearchAsync(SearchRequest request, CancellationToken cancellationToken = default) => Answer(() =>
    {
        Selection = request.Selection;
        Require(request.Profile);
        var found = _titles.Values.Where(t => t.Name.Contains(request.Query, StringComparison.OrdinalIgnoreCase) && (request.Kind is null || t.Kind == request.Kind));
        return new SearchResults
        {
            Profile = request.Profile,
            Query = request.Query,
            Outcome = SearchOutcome.Found,
            Heading = $"{request.Device}|{request.Country}",
            Cards = [.. found.Take(request.Count).Select(t => CardOf(t, explain: false))],
            Suggestions = [new SearchSuggestion(SuggestionKind.Genre, "Drama")],
            ModelVersion = "none",
        };
    });

    public Task<TitlePage> GetTitlePageAsync(ProfileId profile, TitleId title, CancellationToken cancellationToken = default) => Answer(() =>
    {
        Require(profile);
        var found = Find(title);
        return new TitlePage { Profile = profile, Title = found, Card = CardOf(found, explain: true) };
    });

    public Task<SimilarList> GetSimilarAsync(SimilarRequest request, CancellationToken cancellationToken = default) => Answer(() =>
    {
        Selection = request.Selection;
        Require(request.Profile);
        Find(request.Title);
        var others = _titles.Values.Where(t => t.Id != request.Title).Take(request.Count);
        return new SimilarList { Profile = request.Profile, Title = request.Title, Cards = [.. others.Select(t => CardOf(t, explain: false))] };
    });

    public Task<RerankedList> RerankAsync(RerankRequest request, CancellationToken cancellationToken = default) => Answer(() =>
    {
        Require(request.Profile);
        var known = request.Titles.Where(title => _titles.ContainsKey(title.Value)).OrderBy(title => title.Value, StringComparer.Ordinal);
        return new RerankedList
        {
            Profile = request.Profile,
            ModelVersion = $"{request.Country}",
            Cards = [.. known.Select(title => CardOf(_titles[title.Value], request.Explain))],
            LeftOut = [.. request.Titles.Where(title => !_titles.ContainsKey(title.Value))
                .Select(title => new LeftOutTitle { Title = title, Reason = LeftOutReason.Unknown })],
        };
    });

    public Task<NotificationPlan> PlanNotificationsAsync(ProfileId profile, CancellationToken cancellationToken = default) => Answer(() => new NotificationPlan
    {
        Profile = Require(profile).Id,
        PlannedAt = time.GetUtcNow(),
        Suggestions = [],
        Summary = "Nothing to tell",
    });

    public Task PutProfileAsync(ProfileSettings settings, CancellationToken cancellationToken = default) => Answer(() =>
    {
        if (settings.MaturityLimit is < 0 or > 21)
            throw new InvalidRequestException("maturityLimit", "must be from 0 to 21");
        return _profiles[settings.Id.Value] = settings;
    });

    public Task<ProfileSettings> GetProfileAsync(ProfileId profile, CancellationToken cancellationToken = default) => Answer(() => Require(profile));

    public Task<ProfileList> ListProfilesAsync(ProfileQuery query, CancellationToken cancellationToken = default) => Answer(() =>
    {
        var found = _profiles.Values
            .Where(p => query.After is not { } after || string.CompareOrdinal(p.Id.Value, after.Value) > 0)
            .Where(p => query.Filter is null || p.Id.Value.Contains(query.Filter, StringComparison.OrdinalIgnoreCase) || p.Name.Contains(query.Filter, StringComparison.OrdinalIgnoreCase))
            .Take(query.Count + 1)
            .ToList();
        var more = found.Count > query.Count;
        return new ProfileList { Profiles = [.. found.Take(query.Count)], Next = more ? found[query.Count - 1].Id : null };
    });

    public Task<Household> GetHouseholdAsync(AccountId account, CancellationToken cancellationToken = default) => Answer(() => new Household
    {
        Account = account,
        Profiles = [.. _profiles.Values.Where(settings => settings.Account == account).Select(settings => new HouseholdMember { Settings = settings })],
    });

    public Task<ProfileMerge> MergeProfilesAsync(ProfileMergeRequest request, CancellationToken cancellationToken = default) => Answer(() =>
    {
        Require(request.Profile);
        Require(request.Source);
        var taken = Events(request.Source).ConvertAll(e => e with { Profile = request.Profile });
        Events(request.Profile).AddRange(taken);
        if (!request.KeepSource)
            _profiles.Remove(request.Source.Value);
        return new ProfileMerge { Profile = request.Profile, Operation = request.Operation, Events = taken.Count, SourceKept = request.KeepSource };
    });

    public Task<bool> EraseProfileAsync(ProfileId profile, CancellationToken cancellationToken = default) => Answer(() =>
        _events.Remove(profile.Value) | _profiles.Remove(profile.Value));

    public Task<ProfileExport> ExportProfileAsync(ProfileId profile, CancellationToken cancellationToken = default) => Answer(() => new ProfileExport
    {
        Settings = Require(profile),
        Events = [.. Events(profile)],
        Taste = new LearntTaste(),
        ExportedAt = time.GetUtcNow(),
    });

    public Task<ImmutableArray<TitleWriteResult>> PutTitlesAsync(ImmutableArray<Title> titles, CancellationToken cancellationToken = default) =>
        Answer(() => titles.Select(Put).ToImmutableArray());

    public Task<Title> GetTitleAsync(TitleId title, CancellationToken cancellationToken = default) => Answer(() => Find(title));

    public Task<bool> RemoveTitleAsync(TitleId title, CancellationToken cancellationToken = default) => Answer(() => _titles.Remove(title.Value));

    public Task<ModelInfo> GetModelAsync(CancellationToken cancellationToken = default) => Answer(() => new ModelInfo
    {
        Version = "0123456789abcdef",
        TrainedAt = DateTimeOffset.UnixEpoch,
        Titles = _titles.Count,
        Events = 7,
        Profiles = _profiles.Count,
        Dimension = 64,
        Bytes = 1_024,
        Metrics = [new ModelMetric { Name = "NDCG@10", Value = 0.25 }],
    });

    private static Row RowOf(string id, RowKind kind, string title, ImmutableArray<Card> cards) => new()
    {
        Id = new RowId(id),
        Kind = kind,
        Title = title,
        Reason = new Reason { Kind = ReasonKind.Popular, Text = "Many watch it" },
        Cards = cards,
    };

    private static Card CardOf(Title title, bool explain) => new()
    {
        Title = title.Id,
        Name = title.Name,
        Kind = title.Kind,
        Year = title.Year,
        MatchScore = 0.5,
        Reason = new Reason { Kind = ReasonKind.Popular, Text = "Many watch it" },
        Parts = explain ? [new ScorePart { Part = "popularity", Value = 1.5, Weight = 0.5 }] : [],
    };

    private async Task<T> Answer<T>(Func<T> work)
    {
        if (!Gate.IsCompleted)
            Entered.TrySetResult();
        await Gate;
        if (Failure is not null)
            throw Failure;
        lock (_gate)
            return work();
    }

    private EventReceipt Record(ProfileEvent e)
    {
        if (!_profiles.ContainsKey(e.Profile.Value))
            return new EventReceipt(e.Id, EventOutcome.Rejected, "profile", $"there is no profile '{e.Profile}'");
        if (e is ITitleEvent { Title: var title } && !_titles.ContainsKey(title.Value))
            return new EventReceipt(e.Id, EventOutcome.Rejected, "title", $"there is no title '{title}'");
        if (e.Time > time.GetUtcNow().AddMinutes(5))
            return new EventReceipt(e.Id, EventOutcome.Rejected, "time", "is in the future");
        if (Events(e.Profile).Exists(known => known.Id == e.Id))
            return new EventReceipt(e.Id, EventOutcome.Duplicate);
        Events(e.Profile).Add(e);
        return new EventReceipt(e.Id, EventOutcome.Accepted);
    }

    private TitleWriteResult Put(Title title)
    {
        if (title.Year is < 1870 or > 2200)
            return new TitleWriteResult { Id = title.Id, Accepted = false, Field = "year", Reason = "must be from 1870 to 2200" };
        _titles[title.Id.Value] = title;
        return new TitleWriteResult { Id = title.Id, Accepted = true };
    }

    private List<ProfileEvent> Events(ProfileId profile) =>
        _events.TryGetValue(profile.Value, out var events) ? events : _events[profile.Value] = [];

    private ProfileSettings Require(ProfileId profile) =>
        _profiles.TryGetValue(profile.Value, out var settings) ? settings : throw new UnknownProfileException(profile);

    private Title Find(TitleId title) => _titles.TryGetValue(title.Value, out var found) ? found : throw new UnknownTitleException(title);
}
