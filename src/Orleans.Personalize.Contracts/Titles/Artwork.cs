using System.Collections.Immutable;

namespace Orleans.Personalize.Titles;

/// <summary>One picture of a title, with what can be seen on it.</summary>
[GenerateSerializer, Immutable, Alias("op.Artwork")]
public sealed record Artwork
{
    /// <summary>Names the picture within the title.</summary>
    [Id(0)]
    public required ArtworkId Id { get; init; }

    /// <summary>Where the picture can be had.</summary>
    [Id(1)]
    public string? Url { get; init; }

    /// <summary>What it shows: mood, motif, people, colours; lower-case words.</summary>
    [Id(2)]
    public ImmutableArray<string> Features { get; init; } = [];

    /// <summary>Width divided by height.</summary>
    [Id(3)]
    public double? AspectRatio { get; init; }

    /// <summary>IETF language of the lettering, where there is any.</summary>
    [Id(4)]
    public string? Language { get; init; }
}
