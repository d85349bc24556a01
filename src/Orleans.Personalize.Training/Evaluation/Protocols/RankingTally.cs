using System.Collections.Immutable;
using Orleans.Personalize.Training.Evaluation.Metrics;

namespace Orleans.Personalize.Training.Evaluation.Protocols;

/// <summary>Gathers the figures of many answers, all together and by slices.</summary>
internal sealed class RankingTally(ImmutableArray<IRankingMetric> metrics)
{
    private readonly ClusteredMean[] _all = Means(metrics);
    private readonly Dictionary<string, (ClusteredMean[] Means, int Count)> _slices = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <summary>Adds an answer.</summary>
    /// <param name="profile">Who was answered.</param>
    /// <param name="ranks">Ranks of the held-out titles.</param>
    /// <param name="slices">The slices the answer belongs to.</param>
    public void Add(int profile, double[] ranks, params ReadOnlySpan<string> slices)
    {
        Add(_all, profile, ranks);
        foreach (var name in slices)
        {
            if (!_slices.TryGetValue(name, out var slice))
            {
                slice = (Means(metrics), 0);
                _order.Add(name);
            }

            Add(slice.Means, profile, ranks);
            _slices[name] = slice with { Count = slice.Count + 1 };
        }
    }

    public ImmutableSortedDictionary<string, MetricValue> Metrics => Values(_all);

    /// <summary>The slices by name, in the order given, others after them.</summary>
    public ImmutableArray<EvaluationSlice> Slices(params ReadOnlySpan<string> order)
    {
        string[] first = [.. order];
        return [.. first.Where(_slices.ContainsKey).Concat(_order.Except(first, StringComparer.Ordinal)).Select(name => new EvaluationSlice
        {
            Name = name,
            Count = _slices[name].Count,
            Metrics = Values(_slices[name].Means),
        })];
    }

    private static ClusteredMean[] Means(ImmutableArray<IRankingMetric> metrics) => [.. metrics.Select(_ => new ClusteredMean())];

    private void Add(ClusteredMean[] means, int profile, double[] ranks)
    {
        for (var i = 0; i < means.Length; i++)
            means[i].Add(profile, metrics[i].Of(ranks));
    }

    private ImmutableSortedDictionary<string, MetricValue> Values(ClusteredMean[] means) =>
        metrics.Select((metric, i) => KeyValuePair.Create(metric.Name, means[i].Value)).ToImmutableSortedDictionary(StringComparer.Ordinal);
}
