using Orleans.Personalize.Events;

namespace Orleans.Personalize.Pages;

/// <summary>What flat list is wanted.</summary>
[GenerateSerializer, Immutable, Alias("op.RecommendationRequest")]
public sealed record RecommendationRequest
{
    /// <summary>Whose.</summary>
    [Id(0)]
    public required ProfileId Profile { get; init; }

    /// <summary>How many titles at most, 1 to 500.</summary>
    [Id(1)]
    public int Count { get; init; } = 20;

    /// <summary>The screen it is for.</summary>
    [Id(2)]
    public DeviceKind Device { get; init; } = DeviceKind.Web;

    /// <summary>ISO 3166-1 alpha-2 country the profile is in; its own where null.</summary>
    [Id(3)]
    public string? Country { get; init; }

    /// <summary>Whether each card is to carry the parts of its score.</summary>
    [Id(4)]
    public bool Explain { get; init; }

    /// <summary>Which titles are wanted at all; every one where null.</summary>
    [Id(5)]
    public TitleSelection? Selection { get; init; }

    /// <summary>What the list is for.</summary>
    [Id(6)]
    public RecommendationPurpose Purpose { get; init; }
}
