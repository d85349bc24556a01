using System.Collections.Immutable;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Grains.Serialization;

/// <summary>The wire form of <see cref="Card"/>, the same since the first version, however cards are held in memory: a record, which the serializer marks as one.</summary>
[GenerateSerializer, Immutable, Alias("op.CardSurrogate")]
internal record struct CardSurrogate
{
    [Id(0)]
    public TitleId Title { get; set; }

    [Id(1)]
    public string Name { get; set; }

    [Id(2)]
    public TitleKind Kind { get; set; }

    [Id(3)]
    public int? Year { get; set; }

    [Id(4)]
    public double MatchScore { get; set; }

    [Id(5)]
    public Reason Reason { get; set; }

    [Id(6)]
    public ArtworkId? Artwork { get; set; }

    [Id(7)]
    public string? ArtworkUrl { get; set; }

    [Id(8)]
    public string? Label { get; set; }

    [Id(9)]
    public WatchProgress? Progress { get; set; }

    [Id(10)]
    public ImmutableArray<ScorePart> Parts { get; set; }
}
