using System.Collections.Immutable;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Grains.Trending;

namespace Orleans.Personalize.Grains.Similarity;

/// <summary>
/// A silo's copy of what is trending for a tenant: fetches the titles that were played since it last asked. One caller at a time.
/// </summary>
/// <param name="owner">The grain that owns the counts.</param>
/// <param name="time">Says at what moment the counts are valued.</param>
internal sealed class TrendReplica(ITrendGrain owner, TimeProvider time)
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(1);
    private readonly OutcomeGatherer _plays = new();
    private readonly List<TitleStatistics?> _statistics = [];
    private volatile TrendSnapshot _current = TrendSnapshot.Empty;
    private long _version;

    /// <summary>The newest copy.</summary>
    public TrendSnapshot Current => _current;

    /// <summary>Adds up plays for the next hand-over.</summary>
    public void Add(ImmutableArray<TitleOutcome> outcomes) =>
        _plays.Add([.. outcomes.Where(outcome => outcome.Kind == TitleOutcomeKind.Played)]);

    /// <summary>Sends what was added up; where that fails it stays for the next time.</summary>
    public async Task HandOverAsync()
    {
        var plays = _plays.Take();
        if (plays.IsEmpty)
            return;
        try
        {
            await owner.CountAsync(plays);
        }
        catch
        {
            _plays.Add(plays);
            throw;
        }
    }

    /// <summary>Fetches what changed, and values the counts anew where they changed or their value has grown old.</summary>
    public async Task RefreshAsync()
    {
        var report = await owner.GetChangesAsync(_version);
        _version = report.Version;
        for (var i = 0; i < report.Titles.Length; i++)
        {
            while (_statistics.Count <= report.Titles[i])
                _statistics.Add(null);
            _statistics[report.Titles[i]] = TitleStatistics.Decode(report.Statistics[i]);
        }

        var now = time.GetUtcNow();
        if (!report.Titles.IsEmpty || now - _current.AsOf >= MaxAge)
            _current = TrendSnapshot.Of(_statistics, now, _current);
    }
}
