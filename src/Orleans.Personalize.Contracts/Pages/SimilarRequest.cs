namespace Orleans.Personalize.Pages;

/// <summary>Which similar titles are wanted.</summary>
[GenerateSerializer, Immutable, Alias("op.SimilarRequest")]
public sealed record SimilarRequest
{
    /// <summary>For whom: similar for this profile.</summary>
    [Id(0)]
    public required ProfileId Profile { get; init; }

    /// <summary>Similar to what.</summary>
    [Id(1)]
    public required TitleId Title { get; init; }

    /// <summary>How many at most, 1 to 200.</summary>
    [Id(2)]
    public int Count { get; init; } = 20;

    /// <summary>Which titles are wanted at all; every one where null.</summary>
    [Id(3)]
    public TitleSelection? Selection { get; init; }
}
