using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Grains.Storage;

namespace Orleans.Personalize.Grains.Trending;

/// <summary>
/// Holds the plays in memory and saves them every <see cref="PersonalizeGrainOptions.CountSaveInterval"/> and when it is deactivated. A
/// crash loses at most the counts of one interval.
/// </summary>
internal sealed class TrendGrain(
    [PersistentState("trend", PersonalizeStorage.Name)] IPersistentState<StoredTrend> storage,
    IOptions<PersonalizeGrainOptions> options,
    TimeProvider time,
    ILogger<TrendGrain> logger) : Grain, ITrendGrain
{
    private readonly Dictionary<int, TitleStatistics> _plays = [];
    private CountSaver<StoredTrend>? _saver;
    private long _version;
    private TrendReport? _report;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        foreach (var (title, bytes) in storage.State.Titles.Zip(storage.State.Statistics))
            _plays[title] = TitleStatistics.Decode(bytes);
        _version = time.GetUtcNow().UtcTicks;
        _saver = new CountSaver<StoredTrend>(this, storage, Encode, options.Value.CountSaveInterval, logger);
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) =>
        _saver is null ? Task.CompletedTask : _saver.SaveAsync();

    Task ITrendGrain.CountAsync(ImmutableArray<TitleOutcome> plays)
    {
        foreach (var play in plays)
            _plays[play.Title] = _plays.GetValueOrDefault(play.Title, TitleStatistics.Empty).Apply(play);
        _version++;
        _saver!.Changed();
        return Task.CompletedTask;
    }

    Task<TrendReport?> ITrendGrain.GetAsync(long knownVersion, int titles) =>
        Task.FromResult(knownVersion == _version ? null : Report(titles));

    private TrendReport Report(int titles)
    {
        var now = time.GetUtcNow();
        if (_report is { } last && last.Version == _version && last.AsOf == now && last.Plays.Length >= titles)
            return last;
        var plays = new float[_plays.Keys.Append(titles - 1).Max() + 1];
        foreach (var (title, statistics) in _plays)
            plays[title] = statistics.PlaysAt(now);
        return _report = new TrendReport(_version, now, ImmutableArray.Create(plays));
    }

    private StoredTrend Encode() => new() { Titles = [.. _plays.Keys], Statistics = [.. _plays.Values.Select(plays => plays.Encode())] };
}
