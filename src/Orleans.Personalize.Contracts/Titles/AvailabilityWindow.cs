namespace Orleans.Personalize.Titles;

/// <summary>A stretch of time in which a title may be shown.</summary>
[GenerateSerializer, Immutable, Alias("op.AvailabilityWindow")]
public sealed record AvailabilityWindow
{
    /// <summary>ISO 3166-1 alpha-2; null for everywhere.</summary>
    [Id(0)]
    public string? Country { get; init; }

    /// <summary>First moment it may be shown; null for always so far.</summary>
    [Id(1)]
    public DateTimeOffset? From { get; init; }

    /// <summary>First moment it may no longer be shown; null for open end.</summary>
    [Id(2)]
    public DateTimeOffset? Until { get; init; }
}
