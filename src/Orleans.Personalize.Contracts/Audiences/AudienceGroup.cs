namespace Orleans.Personalize.Audiences;

/// <summary>A group within an audience.</summary>
[GenerateSerializer, Immutable, Alias("op.AudienceGroup")]
public sealed record AudienceGroup
{
    /// <summary>What its profiles have in common.</summary>
    [Id(0)]
    public required AudienceGroupKind Kind { get; init; }

    /// <summary>The genre, tag, community, country or screen.</summary>
    [Id(1)]
    public required string Name { get; init; }

    /// <summary>How many sampled profiles of the audience.</summary>
    [Id(2)]
    public required int Sampled { get; init; }

    /// <summary>Their share of the sampled profiles of the audience, in [0,1].</summary>
    [Id(3)]
    public required double Share { get; init; }

    /// <summary>How many times larger that share is than the group's share of all sampled profiles.</summary>
    [Id(4)]
    public required double Lift { get; init; }
}
