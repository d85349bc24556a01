using System.Collections.Immutable;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Grains.Trending;

namespace Orleans.Personalize.Grains.Similarity;

/// <summary>A silo's copy of what is trending for a tenant.</summary>
/// <param name="owner">The grain that owns the counts.</param>
/// <param name="time">Says how old the copy is.</param>
internal sealed class TrendReplica(ITrendGrain owner, TimeProvider time)
{
    private readonly OutcomeGatherer _plays = new();
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(1);
    private long _version = -1;

    /// <summary>The newest copy.</summary>
    public TrendSnapshot Current { get; private set; } = TrendSnapshot.Empty;

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

    /// <summary>Fetches the counts where they changed, or where the copy has grown old.</summary>
    public async Task RefreshAsync(int titles)
    {
        var known = time.GetUtcNow() - Current.AsOf < MaxAge ? _version : -1;
        if (await owner.GetAsync(known, titles) is { } report)
            (_version, Current) = (report.Version, new TrendSnapshot(report.AsOf, report.Plays));
    }
}
