namespace Orleans.Personalize.Profiles;

/// <summary>Which profiles to list.</summary>
[GenerateSerializer, Immutable, Alias("op.ProfileQuery")]
public sealed record ProfileQuery
{
    /// <summary>How many at most, 1 to 1000.</summary>
    [Id(0)]
    public int Count { get; init; } = 100;

    /// <summary>List those after this one, in the order of ids.</summary>
    [Id(1)]
    public ProfileId? After { get; init; }

    /// <summary>Only profiles whose id or name contains this text, whatever its case.</summary>
    [Id(2)]
    public string? Filter { get; init; }
}
