using System.Collections.Immutable;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Pages;

/// <summary>One title as shown to one profile.</summary>
[GenerateSerializer, Immutable, Alias("op.Card")]
public sealed record Card
{
    /// <summary>The title.</summary>
    [Id(0)]
    public required TitleId Title { get; init; }

    /// <summary>Its name.</summary>
    [Id(1)]
    public required string Name { get; init; }

    /// <summary>Film or series.</summary>
    [Id(2)]
    public TitleKind Kind { get; init; }

    /// <summary>Year of first release.</summary>
    [Id(3)]
    public int? Year { get; init; }

    /// <summary>Calibrated probability that this profile will like it, in [0,1].</summary>
    [Id(4)]
    public required double MatchScore { get; init; }

    /// <summary>Why it is shown.</summary>
    [Id(5)]
    public required Reason Reason { get; init; }

    /// <summary>The picture to show.</summary>
    [Id(6)]
    public ArtworkId? Artwork { get; init; }

    /// <summary>Where that picture can be had.</summary>
    [Id(7)]
    public string? ArtworkUrl { get; init; }

    /// <summary>A few words to put on the card, such as 'New'.</summary>
    [Id(8)]
    public string? Label { get; init; }

    /// <summary>Where to resume, where there is something to resume.</summary>
    [Id(9)]
    public WatchProgress? Progress { get; init; }

    /// <summary>The parts of the score, when asked to explain.</summary>
    [Id(10)]
    public ImmutableArray<ScorePart> Parts { get; init; } = [];
}
