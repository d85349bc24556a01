using System.Collections.Immutable;
using Orleans.Personalize.Training.Evaluation.Metrics;

namespace Orleans.Personalize.Training.Evaluation.Protocols;

/// <summary>Gathers the figures of a model, of the same refreshed, and of one trained again, answer by answer.</summary>
internal sealed class RefreshTally(ImmutableArray<IRankingMetric> metrics)
{
    private static readonly string[] Models = ["not refreshed", "refreshed", "trained again"];

    private readonly List<(int Profile, bool IsKnown, double[][] Values)> _answers = [];

    public int Count => _answers.Count;

    public int Profiles => _answers.Select(answer => answer.Profile).Distinct().Count();

    /// <summary>Adds the answers to one question.</summary>
    /// <param name="profile">Who asked.</param>
    /// <param name="before">Ranks by the model.</param>
    /// <param name="refreshed">Ranks by the refreshed one.</param>
    /// <param name="after">Ranks by the one trained again.</param>
    /// <param name="isKnown">Whether the model knew the title that was looked for.</param>
    public void Add(int profile, double[] before, double[] refreshed, double[] after, bool isKnown) =>
        _answers.Add((profile, isKnown, [Values(before), Values(refreshed), Values(after)]));

    /// <summary>The refreshed model's figures, and the share of what a new training brings that the refresh brings.</summary>
    public ImmutableSortedDictionary<string, MetricValue> Metrics =>
        ByName(_answers, values => values[1]).AddRange(metrics.Select((metric, i) => KeyValuePair.Create($"share of gap {metric.Name}", ShareOfGap(i))));

    /// <summary>The figures of each model and their differences, for all answers and for those that the model did not know the title of.</summary>
    public ImmutableArray<EvaluationSlice> Slices =>
        [.. Group("model", _answers), .. Group("title new since", _answers.FindAll(answer => !answer.IsKnown))];

    private IEnumerable<EvaluationSlice> Group(string name, List<(int Profile, bool IsKnown, double[][] Values)> answers)
    {
        for (var model = 0; model < Models.Length; model++)
        {
            var number = model;
            yield return Slice(name, Models[model], answers, values => values[number]);
        }

        yield return Slice(name, "refreshed less not refreshed", answers, values => Less(values[1], values[0]));
        yield return Slice(name, "trained again less not refreshed", answers, values => Less(values[2], values[0]));
    }

    private EvaluationSlice Slice(
        string group, string name, List<(int Profile, bool IsKnown, double[][] Values)> answers, Func<double[][], double[]> select) =>
        new() { Group = group, Name = name, Count = answers.Count, Metrics = ByName(answers, select) };

    private ImmutableSortedDictionary<string, MetricValue> ByName(
        List<(int Profile, bool IsKnown, double[][] Values)> answers, Func<double[][], double[]> select)
    {
        ClusteredMean[] means = [.. metrics.Select(_ => new ClusteredMean())];
        foreach (var (profile, _, values) in answers)
        {
            var selected = select(values);
            for (var i = 0; i < means.Length; i++)
                means[i].Add(profile, selected[i]);
        }

        return metrics.Select((metric, i) => KeyValuePair.Create(metric.Name, means[i].Value)).ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    // A ratio of two means, its standard error linearized; 0 where the trainings do not differ.
    private MetricValue ShareOfGap(int metric)
    {
        var closed = _answers.Sum(answer => answer.Values[1][metric] - answer.Values[0][metric]);
        var gap = _answers.Sum(answer => answer.Values[2][metric] - answer.Values[0][metric]);
        if (gap == 0)
            return default;
        var share = closed / gap;
        var rest = new ClusteredMean();
        foreach (var (profile, _, values) in _answers)
            rest.Add(profile, values[1][metric] - values[0][metric] - (share * (values[2][metric] - values[0][metric])));
        return new MetricValue(share, rest.Value.StandardError * _answers.Count / Math.Abs(gap));
    }

    private double[] Values(double[] ranks) => [.. metrics.Select(metric => metric.Of(ranks))];

    private static double[] Less(double[] one, double[] other) => [.. one.Zip(other, (a, b) => a - b)];
}
