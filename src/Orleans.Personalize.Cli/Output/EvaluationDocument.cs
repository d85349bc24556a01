using System.Collections.Immutable;
using Orleans.Personalize.Training.Evaluation;

namespace Orleans.Personalize.Cli.Output;

/// <summary>The JSON form of an evaluation: metrics as plain numbers, their standard errors beside them under the same names.</summary>
internal sealed record EvaluationDocument(
    string Dataset,
    string Protocol,
    int Profiles,
    int Titles,
    long Events,
    ImmutableSortedDictionary<string, double> Metrics,
    ImmutableSortedDictionary<string, double> StandardErrors,
    ImmutableArray<EvaluationDocument.Slice> Slices,
    double TrainSeconds,
    ulong Seed,
    ImmutableSortedDictionary<string, string> Configuration)
{
    public static EvaluationDocument Of(EvaluationResult result) => new(
        result.Dataset,
        result.Protocol,
        result.Profiles,
        result.Titles,
        result.Events,
        Values(result.Metrics),
        Errors(result.Metrics),
        [.. result.Slices.Select(slice => new Slice(slice.Name, slice.Count, Values(slice.Metrics), Errors(slice.Metrics)))],
        Math.Round(result.TrainSeconds, 2),
        result.Seed,
        result.Configuration);

    private static ImmutableSortedDictionary<string, double> Values(ImmutableSortedDictionary<string, MetricValue> metrics) =>
        metrics.ToImmutableSortedDictionary(metric => metric.Key, metric => Math.Round(metric.Value.Value, 6));

    private static ImmutableSortedDictionary<string, double> Errors(ImmutableSortedDictionary<string, MetricValue> metrics) =>
        metrics.ToImmutableSortedDictionary(metric => metric.Key, metric => Math.Round(metric.Value.StandardError, 6));

    /// <summary>The figures of a part of what was measured.</summary>
    internal sealed record Slice(
        string Name, int Count, ImmutableSortedDictionary<string, double> Metrics, ImmutableSortedDictionary<string, double> StandardErrors);
}
