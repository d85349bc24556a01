namespace Orleans.Personalize.Audiences;

/// <summary>What is to be told of an audience.</summary>
[GenerateSerializer, Immutable, Alias("op.AudienceRequest")]
public sealed record AudienceRequest
{
    /// <summary>The smallest group that is ever told of.</summary>
    public const int LeastGroup = 5;

    /// <summary>How many sampled profiles a figure must rest on; smaller groups are left out. <see cref="LeastGroup"/> to 1000.</summary>
    [Id(0)]
    public int MinimumGroup { get; init; } = LeastGroup;

    /// <summary>How many profiles of the core audience are named, 0 to 50.</summary>
    [Id(1)]
    public int Examples { get; init; } = 10;
}
