namespace Orleans.Personalize.Experiments;

/// <summary>How often something happens in one arm, and how that differs from the first arm.</summary>
[GenerateSerializer, Immutable, Alias("op.ArmRate")]
public sealed record ArmRate
{
    /// <summary>How often a visit has it.</summary>
    [Id(0)]
    public required double Value { get; init; }

    /// <summary>The standard error of <see cref="Value"/>, from how groups of profiles differ; null where too few groups have visits.</summary>
    [Id(1)]
    public double? StandardError { get; init; }

    /// <summary><see cref="Value"/> less that of the first arm; null for the first arm itself, and where there are no visits.</summary>
    [Id(2)]
    public double? Difference { get; init; }

    /// <summary>Below this the true difference is not, with 95 % confidence for a look at a time fixed before; null where that cannot be said.</summary>
    [Id(3)]
    public double? Low { get; init; }

    /// <summary>Above this the true difference is not, likewise.</summary>
    [Id(4)]
    public double? High { get; init; }

    /// <summary>Like <see cref="Low"/>, and wider: valid however often the report is looked at, and for stopping when it says enough.</summary>
    [Id(5)]
    public double? LowAtAnyTime { get; init; }

    /// <summary>Like <see cref="High"/>, likewise.</summary>
    [Id(6)]
    public double? HighAtAnyTime { get; init; }
}
