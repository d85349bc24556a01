using System.Collections.Immutable;
using Orleans.Personalize.Training.Evaluation.Metrics;

namespace Orleans.Personalize.Training.Comparison;

/// <summary>Gathers the figures of two models, answer by answer.</summary>
internal sealed class PairedTally
{
    private static readonly ImmutableArray<IRankingMetric> Metrics = [new HitRate(10), new DiscountedGain(10), new DiscountedGain(20), new ReciprocalRank(20)];

    private readonly (ClusteredMean InService, ClusteredMean Candidate, ClusteredMean Difference)[] _means =
        [.. Metrics.Select(_ => (new ClusteredMean(), new ClusteredMean(), new ClusteredMean()))];

    /// <summary>Adds the answers to one question.</summary>
    public void Add(int profile, double[] inService, double[] candidate)
    {
        for (var i = 0; i < _means.Length; i++)
        {
            var (one, other) = (Metrics[i].Of(inService), Metrics[i].Of(candidate));
            _means[i].InService.Add(profile, one);
            _means[i].Candidate.Add(profile, other);
            _means[i].Difference.Add(profile, other - one);
        }
    }

    public ImmutableArray<MetricComparison> Values => [.. _means.Select((mean, i) =>
        new MetricComparison(Metrics[i].Name, mean.InService.Value, mean.Candidate.Value, mean.Difference.Value))];
}
