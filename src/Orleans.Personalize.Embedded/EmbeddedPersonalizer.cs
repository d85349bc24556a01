using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Personalize.Embedded.Audiences;
using Orleans.Personalize.Embedded.Catalogue;
using Orleans.Personalize.Embedded.Editorial;
using Orleans.Personalize.Embedded.Experimenting;
using Orleans.Personalize.Embedded.Residents;
using Orleans.Personalize.Embedded.Storage;
using Orleans.Personalize.Embedded.Writing;
using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Experiments;
using Orleans.Personalize.Engine.Rules;
using Orleans.Personalize.Events;
using Orleans.Personalize.Households;
using Orleans.Personalize.ModelFiles;
using Orleans.Personalize.Models;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Search;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Embedded;

/// <summary>
/// <see cref="IPersonalizer"/> in one process over one SQLite database. Every decision is the engine's; here is what loads and saves.
/// </summary>
/// <remarks>
/// Writes of all callers are committed in groups by one writer and are answered after the commit was synced to disk. Reads take profiles from
/// memory, or from the database on a connection of their own, and never wait for writes. What was learnt of a profile is in its next page at
/// once; what titles count for all profiles (trend) follows within a second. Erasing a profile takes away its settings, its state and its
/// events; the counts of titles that it contributed to stay, they name nobody.
/// </remarks>
public sealed partial class EmbeddedPersonalizer : IPersonalizer, IAsyncDisposable
{
    private readonly DataFolder _folder;
    private readonly Readers _readers;
    private readonly ResidentProfiles _residents;
    private readonly TitleCounts _counts = new();
    private readonly RuleRegister _rules;
    private readonly ExperimentRegister _experiments;
    private readonly SearchCounts _searches = new();
    private readonly EngineHolder _engine;
    private readonly WriteLoop _writer;
    private readonly ModelStore _models;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private int _disposed;

    private EmbeddedPersonalizer(EmbeddedOptions options, DataFolder folder, TimeProvider time, ILogger logger)
    {
        _folder = folder;
        _time = time;
        _logger = logger;
        var database = new Database(folder.Database, options.BusyTimeout, options.MaxDatabaseBytes);
        var connection = database.OpenWriter();
        try
        {
            var titles = new TitleRegister();
            titles.Publish(CatalogueRows.Titles(connection), CatalogueRows.Version(connection));
            _counts.Publish([.. CatalogueRows.Statistics(connection)]);
            _rules = new RuleRegister(RuleSet.Of(RuleRows.All(connection), version: 1));
            _experiments = new ExperimentRegister(ExperimentSet.Of(ExperimentRows.All(connection), version: 1));
            _searches.Publish(CatalogueRows.Openings(connection));
            _models = new ModelStore(folder.Models);
            _engine = new EngineHolder(titles, OpenModel(), options.Extensions);
            Rules = new RuleOperations(_rules, CheckRule, PutRuleAsync, RemoveRuleAsync, PreviewRuleAsync);
            Models = new ModelOperations(_models, ActivateModelAsync, () => Task.FromResult(_engine.Current.DescribeCommunities()));
            _readers = new Readers(database);
            _residents = new ResidentProfiles(options.ResidentProfiles, options.ResidentBytes, options.ResidentIdleTime, time);
            Experiments = new ExperimentOperations(
                _experiments,
                ChangeExperimentAsync,
                experiment => _readers.Use(reader => reader.ExperimentCounts(experiment)),
                () => _engine.Current.DescribeExperimentOptions(),
                time);
            _audiences = new AudienceOperations(_readers, _residents, _engine, time);
            _writer = new WriteLoop(
                options.WaitingWrites,
                new WriterConnection(connection),
                () => new WriterConnection(database.OpenWriter()),
                writer => new WriteGroup(writer, _residents, titles, _counts, _searches, _rules, _experiments, _engine),
                logger);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens a data folder for service, and makes it where there is none.</summary>
    /// <param name="options">Where the data are and how much memory they may take.</param>
    /// <param name="time">Says what time it is; the system's where null.</param>
    /// <param name="logger">Takes what is worth telling; nobody where null.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is out of range.</exception>
    /// <exception cref="DataFolderException">
    /// Another process serves from the folder, a newer version wrote it, or its database is damaged, or no model in it can be read.
    /// </exception>
    public static EmbeddedPersonalizer Open(EmbeddedOptions options, TimeProvider? time = null, ILogger<EmbeddedPersonalizer>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var started = Stopwatch.GetTimestamp();
        var folder = DataFolder.Claim(options.DataFolder);
        try
        {
            var opened = new EmbeddedPersonalizer(options, folder, time ?? TimeProvider.System, logger ?? NullLogger<EmbeddedPersonalizer>.Instance);
            var status = opened.GetStatus();
            Log.Opened(opened._logger, folder.Path, status.Titles, status.ModelVersion, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            return opened;
        }
        catch (Exception e)
        {
            folder.Dispose();
            if (e is InvalidDataException)
                throw new DataFolderException($"the data in '{folder.Path}' are damaged: {e.Message}", e);
            throw;
        }
    }

    /// <summary>What is held at this moment.</summary>
    public EmbeddedStatus GetStatus() => new()
    {
        Titles = _engine.Current.Catalog.Present,
        ModelVersion = _engine.Current.Model.Info.Version,
        ResidentProfiles = _residents.Count,
        ResidentBytes = _residents.Bytes,
        WaitingWrites = _writer.Waiting,
    };

    /// <inheritdoc/>
    public async Task<ImmutableArray<EventReceipt>> RecordAsync(ImmutableArray<ProfileEvent> events, CancellationToken cancellationToken = default)
    {
        if (events.IsDefault)
            throw new InvalidRequestException("events", "must be an array");

        cancellationToken.ThrowIfCancellationRequested();
        var request = new RecordEvents(events, _engine.Current, _time.GetUtcNow());
        return request.HasWork ? await _writer.WriteAsync(request, cancellationToken) : request.Rejections;
    }

    /// <inheritdoc/>
    public Task<HomePage> GetHomeAsync(HomeRequest request, CancellationToken cancellationToken = default) =>
        AnswerAsync(request.Profile, (engine, profile, moment) => engine.ComposeHome(profile.State, profile.Settings, moment, request), cancellationToken);

    /// <inheritdoc/>
    public Task<HomeRows> GetRowsAsync(HomeRowsRequest request, CancellationToken cancellationToken = default) =>
        AnswerAsync(request.Profile, (engine, profile, moment) => engine.ContinueHome(profile.State, profile.Settings, moment, request), cancellationToken);

    /// <inheritdoc/>
    public Task<RecommendationList> RecommendAsync(RecommendationRequest request, CancellationToken cancellationToken = default) =>
        AnswerAsync(request.Profile, (engine, profile, moment) => engine.Recommend(profile.State, profile.Settings, moment, request), cancellationToken);

    /// <inheritdoc/>
    public Task<TitlePage> GetTitlePageAsync(ProfileId profile, TitleId title, CancellationToken cancellationToken = default) =>
        AnswerAsync(profile, (engine, resident, moment) => engine.DescribeTitle(resident.State, resident.Settings, moment, title), cancellationToken);

    /// <inheritdoc/>
    public Task<SimilarList> GetSimilarAsync(SimilarRequest request, CancellationToken cancellationToken = default) =>
        AnswerAsync(request.Profile, (engine, profile, moment) => engine.Similar(profile.State, profile.Settings, moment, request), cancellationToken);

    /// <inheritdoc/>
    public Task<RerankedList> RerankAsync(RerankRequest request, CancellationToken cancellationToken = default) =>
        AnswerAsync(request.Profile, (engine, profile, moment) => engine.Rerank(profile.State, profile.Settings, moment, request), cancellationToken);

    /// <inheritdoc/>
    public Task<SearchResults> SearchAsync(SearchRequest request, CancellationToken cancellationToken = default) =>
        AnswerAsync(
            request.Profile,
            (engine, profile, moment) =>
            {
                PersonalizationEngine.Check(request);
                return engine.Search(profile.State, profile.Settings, moment, request, _searches.After(request.Query, moment.Now));
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<NotificationPlan> PlanNotificationsAsync(ProfileId profile, CancellationToken cancellationToken = default) =>
        AnswerAsync(profile, (engine, resident, moment) => engine.PlanNotifications(resident.State, resident.Settings, moment), cancellationToken);

    /// <inheritdoc/>
    public async Task PutProfileAsync(ProfileSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (PersonalizationEngine.Check(settings) is { } problem)
            throw new InvalidRequestException(problem.Field, problem.Reason);

        if (!await _writer.WriteAsync(new PutProfile(settings), cancellationToken))
            throw new InvalidRequestException("account", $"has {Household.MaxProfiles} profiles already");
    }

    /// <inheritdoc/>
    public Task<ProfileSettings> GetProfileAsync(ProfileId profile, CancellationToken cancellationToken = default) =>
        ReadAsync(() => Find(profile).Settings, cancellationToken);

    /// <inheritdoc/>
    public Task<ProfileList> ListProfilesAsync(ProfileQuery query, CancellationToken cancellationToken = default) =>
        ReadAsync(() => ProfileListing.List(_readers, query), cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> EraseProfileAsync(ProfileId profile, CancellationToken cancellationToken = default) =>
        profile.Value is not null && await _writer.WriteAsync(new EraseProfile(profile), cancellationToken);

    /// <inheritdoc/>
    public Task<ProfileExport> ExportProfileAsync(ProfileId profile, CancellationToken cancellationToken = default) =>
        ReadAsync(
            () =>
            {
                var kept = profile.Value is null ? null : _readers.Use(reader => reader.Export(profile));
                var (resident, events) = kept ?? throw new UnknownProfileException(profile);
                var engine = _engine.Current;
                return new ProfileExport
                {
                    Settings = resident.Settings,
                    Events = events,
                    Taste = engine.Describe(engine.Refresh(resident.State)),
                    ExportedAt = _time.GetUtcNow(),
                };
            },
            cancellationToken);

    /// <inheritdoc/>
    public async Task<ImmutableArray<TitleWriteResult>> PutTitlesAsync(ImmutableArray<Title> titles, CancellationToken cancellationToken = default)
    {
        if (titles.IsDefault)
            throw new InvalidRequestException("titles", "must be an array");

        cancellationToken.ThrowIfCancellationRequested();
        var results = titles.Select(TitleChecks.Check).ToImmutableArray();
        var accepted = titles.Where((_, i) => results[i].Accepted).ToArray();
        if (accepted.Length > 0)
            await _engine.CatchUpAsync(await _writer.WriteAsync(new PutTitles(accepted), cancellationToken));
        return results;
    }

    /// <inheritdoc/>
    public Task<Title> GetTitleAsync(TitleId title, CancellationToken cancellationToken = default) =>
        ReadAsync(() => _engine.Current.Catalog.TryGet(title, out var known) ? known : throw new UnknownTitleException(title), cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> RemoveTitleAsync(TitleId title, CancellationToken cancellationToken = default)
    {
        if (title.Value is null || await _writer.WriteAsync(new RemoveTitle(title), cancellationToken) is not { } version)
            return false;

        await _engine.CatchUpAsync(version);
        return true;
    }

    /// <inheritdoc/>
    public Task<ModelInfo> GetModelAsync(CancellationToken cancellationToken = default) =>
        ReadAsync(() => _engine.Current.Model.Info, cancellationToken);

    /// <summary>Writes what waits, empties the write-ahead log, and gives the folder free. Calls that come later fail.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;

        _audiences.Dispose();
        _readers.Dispose();
        await _writer.DisposeAsync();
        _engine.Dispose();
        _folder.Dispose();
        Log.Closed(_logger, _folder.Path);
    }

    private Task<T> AnswerAsync<T>(ProfileId profile, Func<PersonalizationEngine, ResidentProfile, Moment, T> answer, CancellationToken cancellationToken) =>
        ReadAsync(
            () =>
            {
                var resident = Find(profile);
                var moment = _counts.MomentFor(_engine.Current, resident.State, _time.GetUtcNow()) with
                {
                    Rules = _rules.Current,
                    Experiments = _experiments.Current,
                    Siblings = SiblingsOf(resident),
                };
                // The engine comes last: so it knows every title that state and moment speak of.
                var engine = _engine.Current;
                return answer(engine, Refreshed(engine, resident), moment);
            },
            cancellationToken);

    private ResidentProfile Find(ProfileId profile) =>
        (profile.Value is null ? null : _residents.Get(profile, id => _readers.Use(reader => reader.FindProfile(id))))
        ?? throw new UnknownProfileException(profile);

    /// <summary>After a new model, keeps the state that was brought up to it, so that it is done once.</summary>
    private ResidentProfile Refreshed(PersonalizationEngine engine, ResidentProfile resident)
    {
        var state = engine.Refresh(resident.State);
        if (ReferenceEquals(state, resident.State))
            return resident;

        var refreshed = resident with { State = state };
        _residents.Replace(resident, refreshed);
        return refreshed;
    }

    /// <summary>Reads answer on the caller's thread: they take microseconds to a few milliseconds of computing and seldom touch the disk.</summary>
    private Task<T> ReadAsync<T>(Func<T> read, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellationToken);

        try
        {
            ObjectDisposedException.ThrowIf(_disposed != 0, this);
            return Task.FromResult(read());
        }
#pragma warning disable CA1031 // Handed on in the task.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Task.FromException<T>(e);
        }
    }
}
