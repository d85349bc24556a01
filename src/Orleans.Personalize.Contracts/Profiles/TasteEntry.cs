namespace Orleans.Personalize.Profiles;

/// <summary>One theme and how much a profile likes it.</summary>
[GenerateSerializer, Immutable, Alias("op.TasteEntry")]
public sealed record TasteEntry
{
    /// <summary>genre, tag, person, country, language or decade.</summary>
    [Id(0)]
    public required string Kind { get; init; }

    /// <summary>The theme's name.</summary>
    [Id(1)]
    public required string Name { get; init; }

    /// <summary>Decayed strength; negative for dislike.</summary>
    [Id(2)]
    public required double Weight { get; init; }
}
