namespace Orleans.Personalize.Pages;

/// <summary>One part of a score.</summary>
[GenerateSerializer, Immutable, Alias("op.ScorePart")]
public sealed record ScorePart
{
    /// <summary>Which part: itemItem, content, vector, popularity, trend, playNext, fatigue, editorial.</summary>
    [Id(0)]
    public required string Part { get; init; }

    /// <summary>The part's own value, standardized over the catalogue.</summary>
    [Id(1)]
    public required double Value { get; init; }

    /// <summary>The weight in the blend.</summary>
    [Id(2)]
    public required double Weight { get; init; }
}
