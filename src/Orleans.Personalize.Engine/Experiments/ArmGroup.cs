namespace Orleans.Personalize.Engine.Experiments;

/// <summary>A group of the profiles in one arm of an experiment. Which group a profile is in does not depend on its arm.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="Arm">Zero-based place of the arm.</param>
/// <param name="Group">0 to <see cref="Count"/> - 1.</param>
public readonly record struct ArmGroup(ExperimentId Experiment, int Arm, int Group)
{
    /// <summary>How many groups there are.</summary>
    public const int Count = 64;
}
