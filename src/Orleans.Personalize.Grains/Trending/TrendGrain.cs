using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Grains.Storage;

namespace Orleans.Personalize.Grains.Trending;

/// <summary>
/// Holds the plays in memory and saves them <see cref="PersonalizeGrainOptions.CountSaveInterval"/> after a change and when it is deactivated. A
/// crash loses at most the counts of that time.
/// </summary>
internal sealed class TrendGrain(
    [PersistentState("trend", PersonalizeStorage.Measured)] IPersistentState<StoredTrend> storage,
    IOptions<PersonalizeGrainOptions> options,
    TimeProvider time,
    ILogger<TrendGrain> logger) : Grain, ITrendGrain
{
    private readonly Dictionary<int, (TitleStatistics Statistics, long Changed)> _plays = [];
    private CountSaver<StoredTrend> _saver = null!;
    private long _version;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        // Above every version of an earlier activation, so that silos fetch everything anew.
        _version = time.GetUtcNow().UtcTicks;
        foreach (var (title, bytes) in storage.State.Titles.Zip(storage.State.Statistics))
            _plays[title] = (TitleStatistics.Decode(bytes), _version);
        _saver = new CountSaver<StoredTrend>(this, storage, Encode, options.Value.CountSaveInterval, logger);
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => _saver.SaveAsync(cancellationToken);

    Task ITrendGrain.CountAsync(ImmutableArray<TitleOutcome> plays)
    {
        _version++;
        foreach (var play in plays)
        {
            var statistics = _plays.TryGetValue(play.Title, out var counted) ? counted.Statistics : TitleStatistics.Empty;
            _plays[play.Title] = (statistics.Apply(play), _version);
        }

        _saver.Changed();
        return Task.CompletedTask;
    }

    Task<TrendReport> ITrendGrain.GetChangesAsync(long since)
    {
        var changed = _plays.Where(played => played.Value.Changed > since).ToArray();
        return Task.FromResult(new TrendReport(
            _version, [.. changed.Select(played => played.Key)], [.. changed.Select(played => played.Value.Statistics.Encode())]));
    }

    private StoredTrend Encode() =>
        new() { Titles = [.. _plays.Keys], Statistics = [.. _plays.Values.Select(played => played.Statistics.Encode())] };
}
