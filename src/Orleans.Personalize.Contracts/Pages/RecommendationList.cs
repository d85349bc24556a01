using System.Collections.Immutable;
using Orleans.Personalize.Experiments;

namespace Orleans.Personalize.Pages;

/// <summary>Titles for one profile, best first.</summary>
[GenerateSerializer, Immutable, Alias("op.RecommendationList")]
public sealed record RecommendationList
{
    /// <summary>Whose.</summary>
    [Id(0)]
    public required ProfileId Profile { get; init; }

    /// <summary>The model behind it.</summary>
    [Id(1)]
    public required string ModelVersion { get; init; }

    /// <summary>The titles, best first.</summary>
    [Id(2)]
    public required ImmutableArray<Card> Cards { get; init; }

    /// <summary>Set where this is not what was asked for but stands in for it, because the profile could not be reached in time; null otherwise.</summary>
    [Id(3)]
    public Substitute? Substitute { get; init; }

    /// <summary>The arms of running experiments that it was made in; null where the profile is in none.</summary>
    [Id(4)]
    public ImmutableArray<AssignedArm>? Experiments { get; init; }
}
