using System.Collections.Immutable;

namespace Orleans.Personalize.Experiments;

/// <summary>The experiments as they are for one profile.</summary>
[GenerateSerializer, Immutable, Alias("op.ProfileExperiments")]
public sealed record ProfileExperiments
{
    /// <summary>The profile; it need not exist.</summary>
    [Id(0)]
    public required ProfileId Profile { get; init; }

    /// <summary>Every experiment, in the ordinal order of their ids.</summary>
    [Id(1)]
    public required ImmutableArray<ExperimentAssignment> Experiments { get; init; }
}
