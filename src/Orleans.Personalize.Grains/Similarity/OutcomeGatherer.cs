using System.Collections.Immutable;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Grains.Similarity;

/// <summary>
/// Adds up what the events on this silo meant for titles between two hand-overs, so that a title that everybody plays gets one call a
/// second from each silo and not one for every play.
/// </summary>
internal sealed class OutcomeGatherer
{
    private const int MaxSums = 200_000;

    // Short against every half-life, so that counting at the latest moment of a span is as good as counting at each.
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(5);
    private readonly Lock _lock = new();
    private Dictionary<(int Title, TitleOutcomeKind Kind, int Next, string? Country, int Occasion, int? Community, long Span), (float Weight, DateTimeOffset Time)> _sums = [];

    /// <summary>
    /// Adds outcomes; those of one kind for one title within five minutes become one, at the latest of their times. Beyond 200,000 different ones, when
    /// nothing could be handed over for long, new ones are dropped.
    /// </summary>
    public void Add(ImmutableArray<TitleOutcome> outcomes)
    {
        lock (_lock)
        {
            foreach (var outcome in outcomes)
            {
                var key = (outcome.Title, outcome.Kind, outcome.Next, outcome.Country, outcome.Occasion, outcome.Community, outcome.Time.UtcTicks / Span.Ticks);
                if (_sums.TryGetValue(key, out var sum))
                    _sums[key] = (sum.Weight + outcome.Weight, outcome.Time > sum.Time ? outcome.Time : sum.Time);
                else if (_sums.Count < MaxSums)
                    _sums[key] = (outcome.Weight, outcome.Time);
            }
        }
    }

    /// <summary>Takes everything that was added since the last time.</summary>
    public ImmutableArray<TitleOutcome> Take()
    {
        lock (_lock)
        {
            if (_sums.Count == 0)
                return [];
            var taken = _sums;
            _sums = [];
            return [.. taken.Select(s => new TitleOutcome(s.Key.Title, s.Key.Kind, s.Value.Time, s.Value.Weight, s.Key.Next, s.Key.Country) { Occasion = s.Key.Occasion, Community = s.Key.Community })];
        }
    }
}
