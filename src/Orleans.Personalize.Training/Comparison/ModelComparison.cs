using System.Collections.Immutable;

namespace Orleans.Personalize.Training.Comparison;

/// <summary>How a candidate does against the model in service, by full ranking on the same held-out events.</summary>
public sealed record ModelComparison
{
    /// <summary>The metric that decides.</summary>
    public const string Deciding = "NDCG@10";

    /// <summary>Version of the model in service.</summary>
    public required string InService { get; init; }

    /// <summary>Version of the candidate; null where it was not put together yet.</summary>
    public string? Candidate { get; init; }

    /// <summary>What they were compared on.</summary>
    public required ComparisonBasis Basis { get; init; }

    /// <summary>Time of the first held-out event.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Time of the last held-out event.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>How many held-out events were asked for.</summary>
    public required int Answers { get; init; }

    /// <summary>Of how many profiles.</summary>
    public required int Profiles { get; init; }

    /// <summary>The figures.</summary>
    public required ImmutableArray<MetricComparison> Metrics { get; init; }

    /// <summary>Whether the candidate is worse: the 95 % interval of the difference in <see cref="Deciding"/> lies below 0 altogether.</summary>
    public bool IsWorse => Metrics.Any(metric => metric is { Name: Deciding, High: < 0 });
}
