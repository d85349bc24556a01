namespace Orleans.Personalize.Engine.Experiments;

/// <summary>What was counted of one group of profiles in one arm of an experiment.</summary>
/// <param name="Visits">Visits that began.</param>
/// <param name="Impressions">Titles that were seen.</param>
/// <param name="Plays">Playbacks that began.</param>
/// <param name="Completed">Playbacks that reached their end.</param>
public readonly record struct ArmCounts(long Visits, long Impressions, long Plays, long Completed)
{
    /// <summary>Both together.</summary>
    public static ArmCounts operator +(ArmCounts a, ArmCounts b) => Add(a, b);

    /// <summary>Both together.</summary>
    public static ArmCounts Add(ArmCounts a, ArmCounts b) =>
        new(a.Visits + b.Visits, a.Impressions + b.Impressions, a.Plays + b.Plays, a.Completed + b.Completed);
}
