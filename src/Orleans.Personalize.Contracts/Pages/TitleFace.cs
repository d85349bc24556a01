using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Pages;

/// <summary>
/// What cards show of a title whoever they are for, behind one of its pictures. Answers share it: a page of 800 cards holds no copy of a name.
/// </summary>
[GenerateSerializer, Immutable, Alias("op.TitleFace")]
public sealed record TitleFace
{
    /// <summary>The face of no title, from which a card is filled in piece by piece.</summary>
    internal static TitleFace Nothing { get; } = new() { Title = default, Name = "" };

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

    /// <summary>The picture to show.</summary>
    [Id(4)]
    public ArtworkId? Artwork { get; init; }

    /// <summary>Where that picture can be had.</summary>
    [Id(5)]
    public string? ArtworkUrl { get; init; }
}
