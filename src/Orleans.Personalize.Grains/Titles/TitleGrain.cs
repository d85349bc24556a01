using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Grains.Similarity;
using Orleans.Personalize.Grains.Storage;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Grains.Titles;

/// <summary>
/// Owns the live counts of a title: held in memory, saved <see cref="PersonalizeGrainOptions.CountSaveInterval"/> after a change and when it
/// is deactivated. What the catalogue knows of the title it takes from its silo's replica.
/// </summary>
internal sealed class TitleGrain(
    [PersistentState("statistics", PersonalizeStorage.Measured)] IPersistentState<StoredTitleStatistics> storage,
    SiloEngines engines,
    IOptions<PersonalizeGrainOptions> options,
    TimeProvider time,
    ILogger<TitleGrain> logger) : Grain, ITitleGrain, ITitleStatisticsGrain
{
    private GrainKey _key;
    private TitleStatistics _statistics = TitleStatistics.Empty;
    private CountSaver<StoredTitleStatistics>? _saver;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _key = GrainKey.Parse(this.GetPrimaryKeyString());
        if (storage.State.Statistics.Length > 0)
            _statistics = TitleStatistics.Decode(storage.State.Statistics);
        _saver = new CountSaver<StoredTitleStatistics>(this, storage, Encode, options.Value.CountSaveInterval, logger);
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) =>
        _saver is null ? Task.CompletedTask : _saver.SaveAsync(cancellationToken);

    async Task<Title> ITitleGrain.GetAsync(long catalogVersion)
    {
        var engine = await engines.For(_key.Tenant).AtLeastAsync(catalogVersion);
        var id = new TitleId(_key.Id);
        if (engine.Catalog.TryGet(id, out var title))
            return title;
        engine = await engines.For(_key.Tenant).RefreshAsync();
        if (engine.Catalog.TryGet(id, out title))
            return title;
        DeactivateOnIdle();
        throw new UnknownTitleException(id);
    }

    async Task<TitleLiveCounts> ITitleGrain.GetLiveCountsAsync()
    {
        var engine = await engines.For(_key.Tenant).AtLeastAsync(0);
        var now = time.GetUtcNow();
        var next = ImmutableArray.CreateBuilder<PlayedNext>();
        foreach (var (number, count) in _statistics.PlayNextAt(now))
        {
            if (engine.Catalog[number] is { } title)
                next.Add(new PlayedNext(title.Id, count));
        }

        return new TitleLiveCounts { Plays = _statistics.PlaysAt(now), PlayedNext = next.DrainToImmutable() };
    }

    Task ITitleStatisticsGrain.CountAsync(ImmutableArray<TitleOutcome> outcomes)
    {
        foreach (var outcome in outcomes)
            _statistics = _statistics.Apply(outcome);
        _saver!.Changed();
        return Task.CompletedTask;
    }

    Task<PlayNextCounts> ITitleStatisticsGrain.GetPlayNextAsync(int number) =>
        Task.FromResult(new PlayNextCounts(number, _statistics.PlayNextAt(time.GetUtcNow())));

    private StoredTitleStatistics Encode() => new() { Statistics = _statistics.Encode() };
}
