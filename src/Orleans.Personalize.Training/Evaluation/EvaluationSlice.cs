using System.Collections.Immutable;

namespace Orleans.Personalize.Training.Evaluation;

/// <summary>The figures of a part of what was measured, such as all answers more than an hour after the event before.</summary>
public sealed record EvaluationSlice
{
    /// <summary>What the parts differ in, such as "gap"; slices of one group stand together.</summary>
    public string Group { get; init; } = string.Empty;

    /// <summary>What the part is, such as "gap &gt; 1 h".</summary>
    public required string Name { get; init; }

    /// <summary>How many answers fall into it.</summary>
    public required int Count { get; init; }

    /// <summary>Figures by name, such as HR@10.</summary>
    public required ImmutableSortedDictionary<string, MetricValue> Metrics { get; init; }
}
