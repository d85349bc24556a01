using System.Collections.Immutable;
using Orleans.Personalize.Training.Evaluation;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Cli.Output;

/// <summary>The JSON form of an evaluation: metrics as plain numbers; their standard errors and 95 % intervals stand beside
/// them under the same names.</summary>
internal sealed record EvaluationDocument(
    string Dataset,
    string Protocol,
    int Profiles,
    int Titles,
    long Events,
    ImmutableSortedDictionary<string, double> Metrics,
    ImmutableSortedDictionary<string, double> StandardErrors,
    ImmutableSortedDictionary<string, ImmutableArray<double>> Intervals,
    ImmutableArray<EvaluationDocument.Slice> Slices,
    ImmutableArray<EvaluationDocument.Part> Ablation,
    ImmutableArray<ReliabilityPoint> Reliability,
    ImmutableSortedDictionary<string, double> Microseconds,
    ImmutableSortedDictionary<string, ImmutableArray<double>> MicrosecondsIntervals,
    double TrainSeconds,
    ImmutableArray<LearningPass> LearningCurve,
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
        Ends(result.Metrics),
        [.. result.Slices.Select(slice => new Slice(slice.Group, slice.Name, slice.Count, Values(slice.Metrics), Errors(slice.Metrics), Ends(slice.Metrics)))],
        [.. result.Ablation.Select(part => new Part(part.Part, Values(part.Metrics), Ends(part.Metrics), Values(part.Differences), Ends(part.Differences)))],
        result.Reliability,
        Values(result.Microseconds),
        Ends(result.Microseconds),
        Math.Round(result.TrainSeconds, 2),
        result.LearningCurve,
        result.Seed,
        result.Configuration);

    private static ImmutableSortedDictionary<string, double> Values(ImmutableSortedDictionary<string, MetricValue> metrics) =>
        metrics.ToImmutableSortedDictionary(metric => metric.Key, metric => Math.Round(metric.Value.Value, 6));

    private static ImmutableSortedDictionary<string, double> Errors(ImmutableSortedDictionary<string, MetricValue> metrics) =>
        metrics.ToImmutableSortedDictionary(metric => metric.Key, metric => Math.Round(metric.Value.StandardError, 6));

    private static ImmutableSortedDictionary<string, ImmutableArray<double>> Ends(ImmutableSortedDictionary<string, MetricValue> metrics) =>
        metrics.ToImmutableSortedDictionary(
            metric => metric.Key, metric => ImmutableArray.Create(Math.Round(metric.Value.Low, 6), Math.Round(metric.Value.High, 6)));

    /// <summary>The figures of a part of what was measured.</summary>
    internal sealed record Slice(
        string Group,
        string Name,
        int Count,
        ImmutableSortedDictionary<string, double> Metrics,
        ImmutableSortedDictionary<string, double> StandardErrors,
        ImmutableSortedDictionary<string, ImmutableArray<double>> Intervals);

    /// <summary>The figures with one part of the score off, and what they are less than those of the whole.</summary>
    internal sealed record Part(
        string Name,
        ImmutableSortedDictionary<string, double> Metrics,
        ImmutableSortedDictionary<string, ImmutableArray<double>> Intervals,
        ImmutableSortedDictionary<string, double> Differences,
        ImmutableSortedDictionary<string, ImmutableArray<double>> DifferenceIntervals);
}
