using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Experiments;
using Orleans.Personalize.Engine.Rules;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Grains.Experiments;
using Orleans.Personalize.Grains.Rules;
using Orleans.Personalize.Grains.Telemetry;
using Orleans.Personalize.Grains.Titles;
using Orleans.Personalize.Grains.Trending;
using Orleans.Personalize.ModelFiles;
using Orleans.Personalize.TextSearch;

namespace Orleans.Personalize.Grains.Similarity;

/// <summary>
/// What one silo shares between all profiles of a tenant: the engine over the model and a replica of the catalogue, what is trending, and
/// the counts gathered here for other grains. Safe for concurrent use; everything in it can be made again from the grains it follows.
/// </summary>
internal sealed class SiloEngine
{
    private static readonly ParallelOptions HandingOver = new() { MaxDegreeOfParallelism = 32 };
    private readonly IGrainFactory _grains;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly EngineExtensions _extensions;
    private readonly CatalogReplica _catalog;
    private readonly ModelReplica _model;
    private readonly OutcomeGatherer _outcomes;
    private readonly TrendReplica _trend;
    private readonly RuleReplica _rules;
    private readonly ExperimentReplica _experiments;
    private readonly SearchReplica _searches;
    private readonly TextIndexer _texts = new();
    private readonly PlayNextCache _playNext;
    private readonly SemaphoreSlim _refreshing = new(1);
    private readonly SemaphoreSlim _following = new(1);
    private volatile PersonalizationEngine? _engine;
    private volatile bool _draining;
    private long _followedAt;

    public SiloEngine(string tenant, IGrainFactory grains, PersonalizeGrainOptions options, TimeProvider time, ILogger logger)
    {
        Tenant = tenant;
        _grains = grains;
        _time = time;
        _logger = logger;
        _extensions = options.Extensions;
        _followedAt = time.GetUtcNow().UtcTicks;
        _catalog = new CatalogReplica(tenant, grains);
        _model = new ModelReplica(tenant, options, logger);
        _outcomes = new OutcomeGatherer();
        _searches = new SearchReplica(tenant, grains, options.ConsultPatience, time);
        _trend = new TrendReplica(grains.GetGrain<ITrendGrain>(tenant), time);
        _rules = new RuleReplica(grains.GetGrain<IRulesGrain>(tenant));
        _experiments = new ExperimentReplica(tenant, grains);
        _playNext = new PlayNextCache(LoadPlayNextAsync, options.ConsultPatience, time);
    }

    public string Tenant { get; }

    /// <summary>Which models there are; null on a silo without any.</summary>
    public IModelRegistry? Models => _model.Models;

    /// <summary>What operators try.</summary>
    public ExperimentSet Experiments => _experiments.Current;

    /// <summary>When the silo last knew that its copies are those of their owners; when it was made where it never did.</summary>
    public DateTimeOffset FollowedAt => new(Interlocked.Read(ref _followedAt), TimeSpan.Zero);

    /// <summary>The version of the catalogue that answers are made from; 0 before the first is loaded.</summary>
    public long CatalogVersion => _engine?.Catalog.Version ?? 0;

    /// <summary>The engine over a catalogue of at least a version; loads or brings it up to date where it must.</summary>
    /// <exception cref="UnavailableException">Catalogue or model cannot be loaded now.</exception>
    public ValueTask<PersonalizationEngine> AtLeastAsync(long catalogVersion) =>
        _engine is { } engine && engine.Catalog.Version >= catalogVersion ? new(engine) : new(RefreshAsync());

    /// <summary>The engine over the catalogue as it is now.</summary>
    /// <exception cref="UnavailableException">Catalogue or model cannot be loaded now.</exception>
    public async Task<PersonalizationEngine> RefreshAsync()
    {
        try
        {
            return await Task.Run(RefreshInTurnAsync);
        }
        catch (Exception error) when (error is not UnavailableException)
        {
            throw new UnavailableException("catalogue or model cannot be loaded for the moment", error);
        }
    }

    /// <summary>What is true right now, for one answer from <paramref name="engine"/>.</summary>
    /// <param name="engine">The engine that is to answer.</param>
    /// <param name="consult">Numbers of the titles whose owners are asked what is played next.</param>
    public async ValueTask<Moment> MomentAsync(PersonalizationEngine engine, ImmutableArray<int> consult)
    {
        using var activity = GrainTelemetry.BeginAnswer();
        var (playNext, calls) = await _playNext.GetAsync(engine.Catalog, consult);
        GrainTelemetry.Gathered(activity, Tenant, engine.Model.Info.Version, calls);
        return new Moment(_time.GetUtcNow(), _trend.Current, playNext) { Rules = _rules.Current, Experiments = _experiments.Current };
    }

    /// <summary>Takes rules that were changed on this silo, before the others hear of it.</summary>
    public void Follow(RuleSet rules) => _rules.Follow(rules);

    /// <summary>Takes experiments that were changed on this silo, before the others hear of it.</summary>
    public void Follow(ExperimentSet experiments) => _experiments.Follow(experiments);

    /// <summary>What was opened after the same search.</summary>
    public ValueTask<ImmutableArray<(int Title, float Count)>> OpenedAfterAsync(string query) => _searches.AfterAsync(query);

    /// <summary>Counts what events meant for titles and for experiments; the grains that own the counts learn of it with the next hand-over.</summary>
    public void Count(ImmutableArray<TitleOutcome> outcomes, ImmutableArray<(ArmGroup Group, ArmCounts Counts)> experiments)
    {
        if (!experiments.IsEmpty)
            _experiments.Add(experiments);
        _outcomes.Add([.. outcomes.Where(outcome => outcome.Kind != TitleOutcomeKind.OpenedAfterSearch)]);
        _trend.Add(outcomes);
        _searches.Add(outcomes);
        if (_draining)
            _ = DrainAsync();
    }

    /// <summary>Hands over what was counted and fetches what changed; one at a time.</summary>
    public async Task FollowAsync()
    {
        await _following.WaitAsync();
        try
        {
            await _model.FetchAsync();
            await RefreshAsync();
            await _rules.RefreshAsync();
            await _experiments.RefreshAsync();
            await HandOverAsync();
            await _trend.RefreshAsync();
            Interlocked.Exchange(ref _followedAt, _time.GetUtcNow().UtcTicks);
        }
        finally
        {
            _following.Release();
        }
    }

    /// <summary>Hands over what was counted, and from now on at once what is counted still.</summary>
    public async Task DrainAsync()
    {
        _draining = true;
        try
        {
            await HandOverAsync();
        }
        catch (Exception error)
        {
            SiloEngineLog.CountsLost(_logger, error, Tenant);
            GrainTelemetry.CountsLost(Tenant);
        }
    }

    private async Task<PersonalizationEngine> RefreshInTurnAsync()
    {
        await _refreshing.WaitAsync();
        try
        {
            var started = Stopwatch.GetTimestamp();
            if (_engine is null)
                await _model.FetchAsync(whole: true);
            var catalog = await _catalog.RefreshAsync();
            var model = _model.Refresh();
            var engine = _engine;
            if (engine is not null && ReferenceEquals(engine.Catalog, catalog) && ReferenceEquals(engine.Model, model))
                return engine;
            if (engine is null)
            {
                await _rules.RefreshAsync();
                await _experiments.RefreshAsync();
                await _trend.RefreshAsync();
            }

            _engine = engine = new PersonalizationEngine(catalog, model, text: _texts.Follow(catalog), extensions: _extensions);
            SiloEngineLog.Loaded(
                _logger, Tenant, catalog.Present, catalog.Version, model.Info.Version, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            return engine;
        }
        finally
        {
            _refreshing.Release();
        }
    }

    private async Task HandOverAsync()
    {
        await _trend.HandOverAsync();
        await _searches.HandOverAsync();
        await _experiments.HandOverAsync();
        if (_engine is { } engine)
            await Parallel.ForEachAsync(_outcomes.Take().GroupBy(outcome => outcome.Title), HandingOver, (title, _) => HandOverAsync(engine, title));
    }

    private async ValueTask HandOverAsync(PersonalizationEngine engine, IGrouping<int, TitleOutcome> title)
    {
        if (engine.Catalog[title.Key] is not { } content)
            return;
        ImmutableArray<TitleOutcome> outcomes = [.. title];
        try
        {
            await _grains.GetGrain<ITitleStatisticsGrain>(KeyOf(content.Id)).CountAsync(outcomes);
        }
        catch
        {
            _outcomes.Add(outcomes);
            throw;
        }
    }

    private Task<PlayNextCounts> LoadPlayNextAsync(TitleId title, int number) =>
        _grains.GetGrain<ITitleStatisticsGrain>(KeyOf(title)).GetPlayNextAsync(number);

    private string KeyOf(TitleId title) => new GrainKey(Tenant, title.Value).ToString();
}
