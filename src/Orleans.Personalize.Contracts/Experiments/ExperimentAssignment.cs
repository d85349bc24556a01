namespace Orleans.Personalize.Experiments;

/// <summary>What one experiment means for one profile.</summary>
[GenerateSerializer, Immutable, Alias("op.ExperimentAssignment")]
public sealed record ExperimentAssignment
{
    /// <summary>The experiment.</summary>
    [Id(0)]
    public required ExperimentId Experiment { get; init; }

    /// <summary>The arm that the profile is in, or will be in once it runs; null where it is in none.</summary>
    [Id(1)]
    public string? Arm { get; init; }

    /// <summary>Whether it runs: only then the arm counts.</summary>
    [Id(2)]
    public required ExperimentStanding Standing { get; init; }
}
