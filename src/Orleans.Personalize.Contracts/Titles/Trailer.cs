using System.Collections.Immutable;

namespace Orleans.Personalize.Titles;

/// <summary>One trailer or preview of a title.</summary>
[GenerateSerializer, Immutable, Alias("op.Trailer")]
public sealed record Trailer
{
    /// <summary>Names the trailer within the title, 1 to 128 characters.</summary>
    [Id(0)]
    public required string Id { get; init; }

    /// <summary>Where it can be had.</summary>
    [Id(1)]
    public string? Url { get; init; }

    /// <summary>Length in seconds.</summary>
    [Id(2)]
    public double? DurationSeconds { get; init; }

    /// <summary>What it dwells on; lower-case words.</summary>
    [Id(3)]
    public ImmutableArray<string> Features { get; init; } = [];
}
