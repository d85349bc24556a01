using System.Collections.Immutable;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Search;

/// <summary>The answer to a search, for one profile.</summary>
[GenerateSerializer, Immutable, Alias("op.SearchResults")]
public sealed record SearchResults
{
    /// <summary>Who searched.</summary>
    [Id(0)]
    public required ProfileId Profile { get; init; }

    /// <summary>What was searched for.</summary>
    [Id(1)]
    public required string Query { get; init; }

    /// <summary>What the titles are: found, only related, or neither.</summary>
    [Id(2)]
    public required SearchOutcome Outcome { get; init; }

    /// <summary>What to write above the titles.</summary>
    [Id(3)]
    public required string Heading { get; init; }

    /// <summary>The titles, best first; the reason of each says what of it matches.</summary>
    [Id(4)]
    public required ImmutableArray<Card> Cards { get; init; }

    /// <summary>What else may be meant: completions, people, genres, tags; each leads to at least one title that this profile may see.</summary>
    [Id(5)]
    public required ImmutableArray<SearchSuggestion> Suggestions { get; init; }

    /// <summary>The model behind the order.</summary>
    [Id(6)]
    public required string ModelVersion { get; init; }

    /// <summary>Set where this is not what was asked for but stands in for it, because the profile could not be reached in time; null otherwise.</summary>
    [Id(7)]
    public Substitute? Substitute { get; init; }
}
