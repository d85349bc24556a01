using System.Collections.Immutable;
using Orleans.Personalize.Training.Evaluation.Metrics;

namespace Orleans.Personalize.Training.Evaluation.Protocols;

/// <summary>How long answers took.</summary>
internal sealed class AnswerTimes
{
    // The first answers wait for code to be made.
    private const int WarmUp = 64;

    private readonly List<double> _microseconds = [];

    public void Add(RankedAnswer answer) => _microseconds.Add(answer.Microseconds);

    public ImmutableSortedDictionary<string, MetricValue> Figures
    {
        get
        {
            double[] sorted = [.. _microseconds.Skip(_microseconds.Count > 2 * WarmUp ? WarmUp : 0).Order()];
            return sorted.Length == 0
                ? ImmutableSortedDictionary<string, MetricValue>.Empty
                : ImmutableSortedDictionary<string, MetricValue>.Empty
                    .Add("scoringMedian", Quantile.Of(sorted, 0.5))
                    .Add("scoringP99", Quantile.Of(sorted, 0.99));
        }
    }
}
