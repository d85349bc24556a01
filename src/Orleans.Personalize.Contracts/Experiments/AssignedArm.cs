namespace Orleans.Personalize.Experiments;

/// <summary>An arm of a running experiment that an answer was made in.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="Arm">The arm's name.</param>
[GenerateSerializer, Immutable, Alias("op.AssignedArm")]
public sealed record AssignedArm([property: Id(0)] ExperimentId Experiment, [property: Id(1)] string Arm);
