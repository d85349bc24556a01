using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Grains.EventLogging;
using Orleans.Personalize.Grains.Notifications;
using Orleans.Personalize.Grains.Placement;
using Orleans.Personalize.Grains.Queues;
using Orleans.Personalize.Grains.Similarity;
using Orleans.Personalize.Grains.Storage;
using Orleans.Personalize.Grains.Telemetry;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Rules;
using Orleans.Personalize.Search;
using Orleans.Storage;

namespace Orleans.Personalize.Grains.Profiles;

/// <summary>
/// Holds one profile in memory from its first use until it has been idle for long. Composes answers itself, with the engine of its silo, so
/// a page costs this one call and at most a few questions to the grains of the titles just watched.
/// </summary>
[MemberPlacement]
internal sealed partial class ProfileGrain(
    [PersistentState("profile", PersonalizeStorage.Measured)] IPersistentState<StoredProfile> storage,
    [FromKeyedServices(PersonalizeStorage.Measured)] IGrainStorage segments,
    SiloEngines engines,
    SiloEventLogs logs,
    SiloPost post,
    TimeProvider time,
    ILogger<ProfileGrain> logger) : Grain, IProfileGrain
{
    // Nobody sends an event again after that; of most profiles few events are younger, and those take no memory worth speaking of.
    private static readonly TimeSpan SentAgainWithin = TimeSpan.FromHours(1);

    private ProfileId _id;
    private SiloEngine _silo = null!;
    private ProfileHistory _history = null!;
    private ProfileStore _store = null!;
    private GroupWriter<ProfileSnapshot> _writer = null!;
    private ProfileMerging _merging = null!;
    private SiblingWatch _siblings = null!;
    private NotificationBell _bell = null!;
    private readonly RecordedIds _recorded = new();
    private (ProfileState From, ProfileState To) _refreshed = (ProfileState.Empty, ProfileState.Empty);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var key = GrainKey.Parse(this.GetPrimaryKeyString());
        _id = new ProfileId(key.Id);
        _silo = engines.For(key.Tenant);
        _history = new ProfileHistory(segments, this.GetGrainId());
        var directory = GrainFactory.GetGrain<IProfileDirectoryGrain>(ProfileDirectory.KeyOf(key.Tenant, _id));
        _store = new ProfileStore(
            storage, _history, directory, _id, logs.WriterOf(key.Tenant), GrainFactory.GetGrain<IDeadLetterGrain>(key.Tenant));
        _writer = new GroupWriter<ProfileSnapshot>(_store.Load(), WriteAsync, RereadAsync, RememberAsync);
        if (_writer.Acknowledged.IsDamaged)
            StorageLog.StateDamaged(logger, this.GetGrainId());
        else if (_writer.Acknowledged is { Erasing: true } or { Unlisted: true } || _store.IsUnlogged(_writer.Acknowledged))
            _writer.ChangeAsync(profile => (profile with { }, true)).Ignore();
        _merging = new ProfileMerging(GrainFactory, _silo, _id, _writer, ReadEventsAsync);
        _merging.GoOnAsync().Ignore();
        _siblings = new SiblingWatch(GrainFactory, _silo.Tenant, time, logger);
        _bell = new NotificationBell(GrainFactory, post, key, logger);
        _bell.Activated(_writer.Acknowledged.Settings);
        return Task.CompletedTask;
    }

    async Task<ImmutableArray<EventReceipt>> IProfileGrain.RecordAsync(ImmutableArray<ProfileEvent> events, long catalogVersion)
    {
        var engine = await _silo.AtLeastAsync(catalogVersion);
        if (events.Any(e => e is ITitleEvent about && !engine.Catalog.TryGetNumber(about.Title, out _)))
            engine = await _silo.RefreshAsync();
        await SettleClaimAsync();
        try
        {
            var receipts = await _writer.ChangeAsync(profile => ProfileChanges.Record(profile, _id, events, _recorded, engine, _silo.Experiments, time.GetUtcNow()));
            GrainTelemetry.Recorded(_silo.Tenant, receipts);
            return receipts;
        }
        catch (UnavailableException)
        {
            GrainTelemetry.NotRecorded(_silo.Tenant, events.Length);
            throw;
        }
    }

    async Task<HomePage> IProfileGrain.GetHomeAsync(HomeRequest request, long catalogVersion)
    {
        var view = await LookAsync(catalogVersion);
        return view.Engine.ComposeHome(view.Learnt, view.Settings, view.Moment, request);
    }

    async Task<HomeRows> IProfileGrain.GetRowsAsync(HomeRowsRequest request, long catalogVersion)
    {
        var view = await LookAsync(catalogVersion);
        return view.Engine.ContinueHome(view.Learnt, view.Settings, view.Moment, request);
    }

    async Task<RecommendationList> IProfileGrain.RecommendAsync(RecommendationRequest request, long catalogVersion)
    {
        var view = await LookAsync(catalogVersion);
        return view.Engine.Recommend(view.Learnt, view.Settings, view.Moment, request);
    }

    async Task<TitlePage> IProfileGrain.GetTitlePageAsync(TitleId title, long catalogVersion)
    {
        var view = await LookAsync(catalogVersion, [title]);
        return view.Engine.DescribeTitle(view.Learnt, view.Settings, view.Moment, title);
    }

    async Task<SimilarList> IProfileGrain.GetSimilarAsync(SimilarRequest request, long catalogVersion)
    {
        var view = await LookAsync(catalogVersion, [request.Title]);
        return view.Engine.Similar(view.Learnt, view.Settings, view.Moment, request);
    }

    async Task<RerankedList> IProfileGrain.RerankAsync(RerankRequest request, long catalogVersion)
    {
        var view = await LookAsync(catalogVersion, request.Titles);
        return view.Engine.Rerank(view.Learnt, view.Settings, view.Moment, request);
    }

    async Task<RulePreview> IProfileGrain.PreviewRuleAsync(RulePreviewRequest request)
    {
        var view = await LookAsync(0, request.Rule.Titles);
        return view.Engine.Preview(view.Learnt, view.Settings, view.Moment, request);
    }

    async Task<SearchResults> IProfileGrain.SearchAsync(SearchRequest request, long catalogVersion)
    {
        PersonalizationEngine.Check(request);
        var openings = await _silo.OpenedAfterAsync(request.Query);
        var view = await LookAsync(catalogVersion);
        return view.Engine.Search(view.Learnt, view.Settings, view.Moment, request, openings);
    }

    async Task<NotificationPlan> IProfileGrain.PlanNotificationsAsync(long catalogVersion)
    {
        var view = await LookAsync(catalogVersion);
        return view.Engine.PlanNotifications(view.Learnt, view.Settings, view.Moment);
    }

    Task<ProfileSettings> IProfileGrain.GetSettingsAsync() => Task.FromResult(SettingsOf(_writer.Acknowledged));

    async Task<ProfileExport> IProfileGrain.ExportAsync()
    {
        var engine = await _silo.AtLeastAsync(0);
        var profile = _writer.Acknowledged;
        var export = new ProfileExport
        {
            Settings = SettingsOf(profile),
            Events = await ReadEventsAsync(profile),
            Taste = engine.Describe(Refresh(engine, profile.Learnt)),
            ExportedAt = time.GetUtcNow(),
        };
        // Erased while the events were read: what was read may be a part only, and is nobody's any more.
        SettingsOf(_writer.Acknowledged);
        return export;
    }

    private async Task<ImmutableArray<ProfileEvent>> ReadEventsAsync(ProfileSnapshot profile)
    {
        var events = ImmutableArray.CreateBuilder<ProfileEvent>();
        await _history.ReadAsync(profile.Archived, events);
        profile.Recent.CopyTo(events);
        return events.DrainToImmutable();
    }

    private async ValueTask<ProfileView> LookAsync(long catalogVersion, ImmutableArray<TitleId> about = default)
    {
        var engine = await _silo.AtLeastAsync(catalogVersion);
        if (!about.IsDefaultOrEmpty && about.Any(title => title.Value is not null && !engine.Catalog.TryGetNumber(title, out _)))
            engine = await _silo.RefreshAsync();
        var moment = await _silo.MomentAsync(engine, engine.TitlesToConsult(Refresh(engine, _writer.Acknowledged.Learnt)));

        var siblings = _writer.Acknowledged is { Settings: { } newcomer, Learnt: var learnt } ? await _siblings.OfAsync(newcomer, learnt) : [];

        // Taken after the questions were answered, so that an event acknowledged meanwhile counts.
        var profile = _writer.Acknowledged;
        return new ProfileView(engine, Refresh(engine, profile.Learnt), SettingsOf(profile), moment with { Siblings = siblings });
    }

    private ProfileState Refresh(PersonalizationEngine engine, ProfileState learnt)
    {
        if (!ReferenceEquals(_refreshed.From, learnt))
            _refreshed = (learnt, learnt);
        _refreshed.To = engine.Refresh(_refreshed.To);
        return _refreshed.To;
    }

    private ProfileSettings SettingsOf(ProfileSnapshot profile)
    {
        if (profile.IsDamaged)
            throw ProfileChanges.Damaged(_id);
        if (profile.Settings is { } settings)
            return settings;

        // Nobody's profile stays in memory, however many ids that name nothing are asked for.
        DeactivateOnIdle();
        throw new UnknownProfileException(_id);
    }

    // What a write that seemed to fail did record is not known by its calls, which are made again.
    private async Task<ProfileSnapshot> RereadAsync()
    {
        var profile = await _store.RereadAsync();
        await RememberAsync(profile);
        return profile;
    }

    // Calls whose answers were lost with another silo are made again here, it may be after many others: more than the profile's state remembers.
    private async Task RememberAsync(ProfileSnapshot profile)
    {
        _recorded.Clear();
        if (profile.Stored <= ProfileState.RememberedEvents)
            return;
        var events = ImmutableArray.CreateBuilder<ProfileEvent>();
        await _history.ReadLatestAsync(profile.Archived, events);
        profile.Recent.CopyTo(events);
        var earliest = time.GetUtcNow() - SentAgainWithin;
        _recorded.Add([.. events.Where(recorded => recorded.Time >= earliest)]);
    }

    private async Task<ProfileSnapshot> WriteAsync(ProfileSnapshot profile)
    {
        try
        {
            var written = await _store.WriteAsync(profile);
            if (profile.Unlisted || written.Settings is null)
                await _bell.ChangedAsync(written.Settings);
            if (written.Settings is null)
                _recorded.Clear();
            _recorded.Add(profile.Accepted);
            _silo.Count(profile.Outcomes, profile.Tried);
            return written;
        }
        catch (Exception error)
        {
            StorageLog.WriteFailed(logger, this.GetGrainId(), $"{error.GetType().Name}: {error.Message}");
            throw;
        }
    }
}
