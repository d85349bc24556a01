using System.Collections.Immutable;
using Orleans.Personalize.Events;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Pages;

/// <summary>One title as shown to one profile on the title's own page.</summary>
[GenerateSerializer, Immutable, Alias("op.TitlePage")]
public sealed record TitlePage
{
    /// <summary>For whom.</summary>
    [Id(0)]
    public required ProfileId Profile { get; init; }

    /// <summary>What the catalogue knows of it.</summary>
    [Id(1)]
    public required Title Title { get; init; }

    /// <summary>How it is shown to this profile.</summary>
    [Id(2)]
    public required Card Card { get; init; }

    /// <summary>The thumb the profile gave.</summary>
    [Id(3)]
    public Thumb Thumb { get; init; }

    /// <summary>Whether it is on the profile's list.</summary>
    [Id(4)]
    public bool InMyList { get; init; }

    /// <summary>The trailer to offer, by its id.</summary>
    [Id(5)]
    public string? Trailer { get; init; }

    /// <summary>The sentence of the synopsis that speaks most to the profile; null where the synopsis has no two sentences.</summary>
    [Id(6)]
    public string? Line { get; init; }

    /// <summary>Of a series, how far the profile is in each season, first first. Where to resume is the card's progress.</summary>
    [Id(7)]
    public ImmutableArray<SeasonProgress> Seasons { get; init; } = [];

    /// <summary>All that speaks for the title, the most telling first.</summary>
    [Id(8)]
    public ImmutableArray<Reason> Reasons { get; init; } = [];

    /// <summary>Titles similar to it, for this profile, best first; at most 12.</summary>
    [Id(9)]
    public ImmutableArray<Card> Similar { get; init; } = [];

    /// <summary>More with its people that the profile may see, at most a row for each of three.</summary>
    [Id(10)]
    public ImmutableArray<Row> People { get; init; } = [];

    /// <summary>Set where this is not what was asked for but stands in for it, because the profile could not be reached in time; null otherwise.</summary>
    [Id(11)]
    public Substitute? Substitute { get; init; }
}
