using System.Collections.Immutable;

namespace Orleans.Personalize.Training.Evaluation;

/// <summary>What becomes of the figures when one part of the score is off and the blend is learnt again without it.</summary>
public sealed record AblatedPart
{
    /// <summary>The part that is off, as the engine names it.</summary>
    public required string Part { get; init; }

    /// <summary>Figures without it, by name.</summary>
    public required ImmutableSortedDictionary<string, MetricValue> Metrics { get; init; }

    /// <summary>Figures without it less those with it, answer by answer; below 0 where the part helps.</summary>
    public required ImmutableSortedDictionary<string, MetricValue> Differences { get; init; }
}
