using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Embedded.Catalogue;

/// <summary>
/// The live counts of all titles, as committed: what is played next after a title is up to the last commit, what trends is gathered
/// at most once a second. Changed by the writer only, read by anybody.
/// </summary>
internal sealed class TitleCounts
{
    private readonly Lock _gathering = new();
    private TitleStatistics?[] _statistics = [];
    private TrendSnapshot _trend = TrendSnapshot.Empty;

    /// <summary>The counts of a title; empty ones where there are none.</summary>
    public TitleStatistics this[int number]
    {
        get
        {
            var statistics = Volatile.Read(ref _statistics);
            return (uint)number < (uint)statistics.Length ? Volatile.Read(ref statistics[number]) ?? TitleStatistics.Empty : TitleStatistics.Empty;
        }
    }

    /// <summary>Takes in committed counts.</summary>
    public void Publish(IReadOnlyCollection<KeyValuePair<int, TitleStatistics>> changed)
    {
        if (changed.Count == 0)
            return;

        var length = changed.Max(entry => entry.Key) + 1;
        if (length > _statistics.Length)
        {
            var grown = new TitleStatistics?[Math.Max(length, 2 * _statistics.Length)];
            _statistics.CopyTo(grown, 0);
            Volatile.Write(ref _statistics, grown);
        }

        foreach (var (number, statistics) in changed)
            Volatile.Write(ref _statistics[number], statistics);
    }

    /// <summary>What an answer needs to know of this moment.</summary>
    public Moment MomentFor(PersonalizationEngine engine, ProfileState state, DateTimeOffset now) =>
        new(now, TrendAt(now), [.. engine.TitlesToConsult(state).Select(title => new PlayNextCounts(title, this[title].PlayNextAt(now)))]);

    /// <summary>The trend of the second that <paramref name="now"/> is in, valued at its beginning, so that one second has one trend.</summary>
    private TrendSnapshot TrendAt(DateTimeOffset now)
    {
        var second = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        var trend = Volatile.Read(ref _trend);
        if (trend.AsOf == second)
            return trend;

        lock (_gathering)
        {
            if (_trend.AsOf != second)
                Volatile.Write(ref _trend, TrendSnapshot.Of(Volatile.Read(ref _statistics), second, _trend));
            return _trend;
        }
    }
}
