using Orleans.Personalize.Experiments;

namespace Orleans.Personalize.Engine.Experiments;

/// <summary>Makes reports of what was counted.</summary>
public static class ExperimentReports
{
    /// <summary>The report of an experiment.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="counted">What was counted of each group; of one group several times where it was counted in parts.</param>
    /// <param name="now">The moment of the report.</param>
    public static ExperimentReport Of(Experiment experiment, IEnumerable<(ArmGroup Group, ArmCounts Counts)> counted, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(counted);
        var groups = new ArmCounts[experiment.Arms.Length][];
        for (var arm = 0; arm < groups.Length; arm++) groups[arm] = new ArmCounts[ArmGroup.Count];
        foreach (var (group, counts) in counted)
        {
            if (group.Experiment == experiment.Id && group.Arm < groups.Length) groups[group.Arm][group.Group] += counts;
        }

        return new ExperimentReport
        {
            Experiment = experiment,
            Standing = experiment.StandingAt(now),
            AsOf = now,
            Arms = [.. groups.Select((arm, i) => Write(experiment.Arms[i].Name, arm, i == 0 ? null : groups[0]))],
        };
    }

    private static ArmReport Write(string name, ArmCounts[] groups, ArmCounts[]? first)
    {
        var total = groups.Aggregate(ArmCounts.Add);
        return new ArmReport
        {
            Arm = name,
            Visits = total.Visits,
            Impressions = total.Impressions,
            Plays = total.Plays,
            Completed = total.Completed,
            Groups = groups.Count(group => group.Visits > 0),
            PlaysPerVisit = GroupEstimate.Rate(groups, first, counts => counts.Plays),
            CompletedPerVisit = GroupEstimate.Rate(groups, first, counts => counts.Completed),
            ImpressionsPerVisit = GroupEstimate.Rate(groups, first, counts => counts.Impressions),
        };
    }
}
