using System.Collections.Immutable;

namespace Orleans.Personalize.Experiments;

/// <summary>All figures that arms of experiments may change.</summary>
[GenerateSerializer, Immutable, Alias("op.ExperimentOptionList")]
public sealed record ExperimentOptionList
{
    /// <summary>The figures, in the order of their names.</summary>
    [Id(0)]
    public required ImmutableArray<ExperimentOption> Options { get; init; }
}
