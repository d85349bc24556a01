using Orleans.Personalize.Engine.Experiments;

namespace Orleans.Personalize.Grains.Experiments;

/// <summary>What was counted of a group of profiles in an arm, as it is sent and stored.</summary>
[GenerateSerializer, Immutable, Alias("op.CountedGroup")]
internal sealed record CountedGroup(
    [property: Id(0)] ExperimentId Experiment,
    [property: Id(1)] int Arm,
    [property: Id(2)] int Group,
    [property: Id(3)] long Visits,
    [property: Id(4)] long Impressions,
    [property: Id(5)] long Plays,
    [property: Id(6)] long Completed)
{
    /// <summary>Of whom it was counted.</summary>
    public ArmGroup Key => new(Experiment, Arm, Group);

    /// <summary>What was counted.</summary>
    public ArmCounts Counts => new(Visits, Impressions, Plays, Completed);

    /// <summary>The form that is sent and stored.</summary>
    public static CountedGroup Of(ArmGroup group, ArmCounts counts) =>
        new(group.Experiment, group.Arm, group.Group, counts.Visits, counts.Impressions, counts.Plays, counts.Completed);
}
