using System.Collections.Immutable;

namespace Orleans.Personalize.Pages;

/// <summary>A caller's own list of titles that is to be put in a profile's order.</summary>
[GenerateSerializer, Immutable, Alias("op.RerankRequest")]
public sealed record RerankRequest
{
    /// <summary>The longest list.</summary>
    public const int MaxTitles = 1000;

    /// <summary>Whose order.</summary>
    [Id(0)]
    public required ProfileId Profile { get; init; }

    /// <summary>The titles, 1 to 1,000, in any order; one that is named twice counts once.</summary>
    [Id(1)]
    public required ImmutableArray<TitleId> Titles { get; init; }

    /// <summary>ISO 3166-1 alpha-2 country the profile is in; its own where null.</summary>
    [Id(2)]
    public string? Country { get; init; }

    /// <summary>Whether each card is to carry the parts of its score.</summary>
    [Id(3)]
    public bool Explain { get; init; }
}
