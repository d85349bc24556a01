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
}
