using System.Collections.Immutable;

namespace Orleans.Personalize.Audiences;

/// <summary>A profile of like taste.</summary>
[GenerateSerializer, Immutable, Alias("op.SimilarProfile")]
public sealed record SimilarProfile
{
    /// <summary>The profile.</summary>
    [Id(0)]
    public required ProfileId Profile { get; init; }

    /// <summary>0 (nothing in common) to 1: the mean of two cosines, of what they like by genre, tag and person, and of the titles they like.</summary>
    [Id(1)]
    public required double Similarity { get; init; }

    /// <summary>The genres, tags and people that both like, the strongest first, at most five.</summary>
    [Id(2)]
    public required ImmutableArray<string> Themes { get; init; }

    /// <summary>How many titles both like.</summary>
    [Id(3)]
    public required int SharedTitles { get; init; }
}
