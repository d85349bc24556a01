using System.Collections.Immutable;

namespace Orleans.Personalize.Experiments;

/// <summary>What came of an experiment so far.</summary>
[GenerateSerializer, Immutable, Alias("op.ExperimentReport")]
public sealed record ExperimentReport
{
    /// <summary>The experiment.</summary>
    [Id(0)]
    public required Experiment Experiment { get; init; }

    /// <summary>Whether it runs.</summary>
    [Id(1)]
    public required ExperimentStanding Standing { get; init; }

    /// <summary>The moment of the report.</summary>
    [Id(2)]
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The arms, in the order of the experiment: the first is what the others are compared with.</summary>
    [Id(3)]
    public required ImmutableArray<ArmReport> Arms { get; init; }
}
