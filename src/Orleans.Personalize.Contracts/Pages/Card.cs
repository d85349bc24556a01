using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Pages;

/// <summary>One title as shown to one profile.</summary>
/// <remarks>Between nodes it goes as it always did, field by field, without its <see cref="Face"/>: the grains' abstractions convert it.</remarks>
[Immutable, Alias("op.Card")]
public readonly record struct Card
{
    private readonly TitleFace? _face;

    private readonly ImmutableArray<ScorePart> _parts;

    /// <summary>A card to be filled in, as serializers do.</summary>
    public Card()
    {
    }

    /// <summary>A card of a title; match score and reason are still to be given.</summary>
    /// <param name="face">What is the same for everybody.</param>
    [SetsRequiredMembers]
#pragma warning disable CS8618 // The name is the face's.
    public Card(TitleFace face)
#pragma warning restore CS8618
    {
        _face = face;
        Reason = null!;
    }

    /// <summary>The title.</summary>
    public required TitleId Title
    {
        get => Face.Title;
        init => _face = Face with { Title = value };
    }

    /// <summary>Its name.</summary>
    public required string Name
    {
        get => Face.Name;
        init => _face = Face with { Name = value };
    }

    /// <summary>Film or series.</summary>
    public TitleKind Kind
    {
        get => Face.Kind;
        init => _face = Face with { Kind = value };
    }

    /// <summary>Year of first release.</summary>
    public int? Year
    {
        get => Face.Year;
        init => _face = Face with { Year = value };
    }

    /// <summary>Calibrated probability that this profile will like it, in [0,1].</summary>
    public required double MatchScore { get; init; }

    /// <summary>Why it is shown.</summary>
    public required Reason Reason { get; init; }

    /// <summary>The picture to show.</summary>
    public ArtworkId? Artwork
    {
        get => Face.Artwork;
        init => _face = Face with { Artwork = value };
    }

    /// <summary>Where that picture can be had.</summary>
    public string? ArtworkUrl
    {
        get => Face.ArtworkUrl;
        init => _face = Face with { ArtworkUrl = value };
    }

    /// <summary>A few words to put on the card, such as 'New'.</summary>
    public string? Label { get; init; }

    /// <summary>Where to resume, where there is something to resume.</summary>
    public WatchProgress? Progress { get; init; }

    /// <summary>The parts of the score, when asked to explain.</summary>
    public ImmutableArray<ScorePart> Parts
    {
        get => _parts.IsDefault ? [] : _parts;
        init => _parts = value;
    }

    /// <summary>What of it is the same for everybody.</summary>
    [JsonIgnore]
    public TitleFace Face => _face ?? TitleFace.Nothing;
}
