using System.Collections.Immutable;

namespace Orleans.Personalize.Pages;

/// <summary>Titles similar to one, for one profile, best first.</summary>
[GenerateSerializer, Immutable, Alias("op.SimilarList")]
public sealed record SimilarList
{
    /// <summary>For whom.</summary>
    [Id(0)]
    public required ProfileId Profile { get; init; }

    /// <summary>Similar to what.</summary>
    [Id(1)]
    public required TitleId Title { get; init; }

    /// <summary>The titles, best first.</summary>
    [Id(2)]
    public required ImmutableArray<Card> Cards { get; init; }

    /// <summary>Set where this is not what was asked for but stands in for it, because the profile could not be reached in time; null otherwise.</summary>
    [Id(3)]
    public Substitute? Substitute { get; init; }
}
