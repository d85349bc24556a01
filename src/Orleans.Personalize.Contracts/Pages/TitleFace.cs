using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Pages;

/// <summary>
/// What cards show of a title whoever they are for, behind one of its pictures. Answers share it: a page of 800 cards holds no copy of a name.
/// </summary>
public sealed record TitleFace
{
    /// <summary>The face of no title, from which a card is filled in piece by piece.</summary>
    internal static TitleFace Nothing { get; } = new() { Title = default, Name = "" };

    /// <summary>The title.</summary>
    public required TitleId Title { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Film or series.</summary>
    public TitleKind Kind { get; init; }

    /// <summary>Year of first release.</summary>
    public int? Year { get; init; }

    /// <summary>The picture to show.</summary>
    public ArtworkId? Artwork { get; init; }

    /// <summary>Where that picture can be had.</summary>
    public string? ArtworkUrl { get; init; }
}
