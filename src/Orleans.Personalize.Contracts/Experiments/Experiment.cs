using System.Collections.Immutable;

namespace Orleans.Personalize.Experiments;

/// <summary>
/// A trial of other figures for pages on a share of all profiles. Which arm a profile is in depends on nothing but its id, the experiment's and the salt, and so never changes.
/// </summary>
[GenerateSerializer, Immutable, Alias("op.Experiment")]
public sealed record Experiment
{
    /// <summary>Fewest and most arms: the first is what the others are compared with.</summary>
    public const int MinArms = 2, MaxArms = 10;

    /// <summary>Names the experiment.</summary>
    [Id(0)]
    public required ExperimentId Id { get; init; }

    /// <summary>The arms, the first of which is what the others are compared with; 2 to 10. Their shares are 1 at most together; the rest of the profiles is in none.</summary>
    [Id(1)]
    public required ImmutableArray<ExperimentArm> Arms { get; init; }

    /// <summary>A name for operators, at most 200 characters.</summary>
    [Id(2)]
    public string? Name { get; init; }

    /// <summary>Shuffles the profiles, at most 100 characters: another salt makes other arms of the same experiment. The id where null.</summary>
    [Id(3)]
    public string? Salt { get; init; }

    /// <summary>From when on; null as long as it is not started.</summary>
    [Id(4)]
    public DateTimeOffset? Start { get; init; }

    /// <summary>Until when, the moment itself not included; until it is stopped where null.</summary>
    [Id(5)]
    public DateTimeOffset? End { get; init; }
}
