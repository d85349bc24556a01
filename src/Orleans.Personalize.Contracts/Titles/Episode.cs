namespace Orleans.Personalize.Titles;

/// <summary>One episode of a series.</summary>
[GenerateSerializer, Immutable, Alias("op.Episode")]
public sealed record Episode
{
    /// <summary>The season, counted from 1.</summary>
    [Id(0)]
    public required int Season { get; init; }

    /// <summary>The episode within the season, counted from 1.</summary>
    [Id(1)]
    public required int Number { get; init; }

    /// <summary>The episode's name.</summary>
    [Id(2)]
    public string? Name { get; init; }

    /// <summary>Length in minutes.</summary>
    [Id(3)]
    public double? RuntimeMinutes { get; init; }

    /// <summary>When it came to the service.</summary>
    [Id(4)]
    public DateTimeOffset? AddedAt { get; init; }
}
