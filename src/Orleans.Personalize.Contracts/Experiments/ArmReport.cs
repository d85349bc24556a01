namespace Orleans.Personalize.Experiments;

/// <summary>What the profiles of one arm did while the experiment ran.</summary>
[GenerateSerializer, Immutable, Alias("op.ArmReport")]
public sealed record ArmReport
{
    /// <summary>The arm's name.</summary>
    [Id(0)]
    public required string Arm { get; init; }

    /// <summary>Visits: what a profile does until it does nothing for half an hour.</summary>
    [Id(1)]
    public required long Visits { get; init; }

    /// <summary>Titles that were seen.</summary>
    [Id(2)]
    public required long Impressions { get; init; }

    /// <summary>Playbacks that began.</summary>
    [Id(3)]
    public required long Plays { get; init; }

    /// <summary>Playbacks that reached their end.</summary>
    [Id(4)]
    public required long Completed { get; init; }

    /// <summary>How many of the 64 groups of its profiles have visits; intervals rest on how these differ.</summary>
    [Id(5)]
    public required int Groups { get; init; }

    /// <summary>Playbacks that began, per visit.</summary>
    [Id(6)]
    public required ArmRate PlaysPerVisit { get; init; }

    /// <summary>Playbacks that reached their end, per visit.</summary>
    [Id(7)]
    public required ArmRate CompletedPerVisit { get; init; }

    /// <summary>Titles that were seen, per visit.</summary>
    [Id(8)]
    public required ArmRate ImpressionsPerVisit { get; init; }
}
