using System.Collections.Immutable;
using Orleans.Personalize.Training.Evaluation.Metrics;

namespace Orleans.Personalize.Training.Evaluation.Protocols;

/// <summary>Gathers the figures of many answers, all together and by slices.</summary>
internal sealed class RankingTally(ImmutableArray<IRankingMetric> metrics)
{
    private readonly ClusteredMean[] _all = Means(metrics);
    private readonly Dictionary<Slice, (ClusteredMean[] Means, int Count)> _slices = [];
    private readonly List<string> _groups = [];

    /// <summary>Adds an answer.</summary>
    /// <param name="profile">Who was answered.</param>
    /// <param name="ranks">Ranks of the held-out titles.</param>
    /// <param name="slices">The slices the answer belongs to.</param>
    public void Add(int profile, double[] ranks, params ReadOnlySpan<Slice> slices)
    {
        Add(_all, profile, ranks);
        foreach (var slice in slices)
        {
            if (!_slices.TryGetValue(slice, out var part))
            {
                part = (Means(metrics), 0);
                if (!_groups.Contains(slice.Group, StringComparer.Ordinal))
                    _groups.Add(slice.Group);
            }

            Add(part.Means, profile, ranks);
            _slices[slice] = part with { Count = part.Count + 1 };
        }
    }

    public ImmutableSortedDictionary<string, MetricValue> Metrics => Values(_all);

    /// <summary>The slices, group by group in the order in which groups came, those of a group in their own order.</summary>
    public ImmutableArray<EvaluationSlice> Slices =>
    [
        .. _slices
            .OrderBy(slice => _groups.IndexOf(slice.Key.Group))
            .ThenBy(slice => slice.Key.Order)
            .Select(slice => new EvaluationSlice
            {
                Group = slice.Key.Group,
                Name = slice.Key.Name,
                Count = slice.Value.Count,
                Metrics = Values(slice.Value.Means),
            }),
    ];

    private static ClusteredMean[] Means(ImmutableArray<IRankingMetric> metrics) => [.. metrics.Select(_ => new ClusteredMean())];

    private void Add(ClusteredMean[] means, int profile, double[] ranks)
    {
        for (var i = 0; i < means.Length; i++)
            means[i].Add(profile, metrics[i].Of(ranks));
    }

    private ImmutableSortedDictionary<string, MetricValue> Values(ClusteredMean[] means) =>
        metrics.Select((metric, i) => KeyValuePair.Create(metric.Name, means[i].Value)).ToImmutableSortedDictionary(StringComparer.Ordinal);
}
