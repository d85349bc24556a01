using System.Collections.Immutable;

namespace Orleans.Personalize.Titles;

/// <summary>What the catalogue knows of one title.</summary>
[GenerateSerializer, Immutable, Alias("op.Title")]
public sealed record Title
{
    /// <summary>Names the title.</summary>
    [Id(0)]
    public required TitleId Id { get; init; }

    /// <summary>The name shown to members, 1 to 500 characters.</summary>
    [Id(1)]
    public required string Name { get; init; }

    /// <summary>Film or series.</summary>
    [Id(2)]
    public TitleKind Kind { get; init; }

    /// <summary>The name in the original language.</summary>
    [Id(3)]
    public string? OriginalName { get; init; }

    /// <summary>Year of first release, 1870 to 2200.</summary>
    [Id(4)]
    public int? Year { get; init; }

    /// <summary>Length of the film, or of a usual episode, in minutes.</summary>
    [Id(5)]
    public double? RuntimeMinutes { get; init; }

    /// <summary>Youngest age it is meant for, in years, 0 to 21; 0 is for everyone.</summary>
    [Id(6)]
    public int MaturityAge { get; init; }

    /// <summary>A short text about it.</summary>
    [Id(7)]
    public string? Synopsis { get; init; }

    /// <summary>Its genres, as shown to members.</summary>
    [Id(8)]
    public ImmutableArray<string> Genres { get; init; } = [];

    /// <summary>Finer marks: mood, setting, topic, trait.</summary>
    [Id(9)]
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Who made it and who is in it, most important first.</summary>
    [Id(10)]
    public ImmutableArray<Credit> People { get; init; } = [];

    /// <summary>Where it was made, ISO 3166-1 alpha-2 or names.</summary>
    [Id(11)]
    public ImmutableArray<string> Countries { get; init; } = [];

    /// <summary>Spoken languages, IETF tags or names.</summary>
    [Id(12)]
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>A series' episodes in order.</summary>
    [Id(13)]
    public ImmutableArray<Episode> Episodes { get; init; } = [];

    /// <summary>Its pictures.</summary>
    [Id(14)]
    public ImmutableArray<Artwork> Artworks { get; init; } = [];

    /// <summary>Its trailers.</summary>
    [Id(15)]
    public ImmutableArray<Trailer> Trailers { get; init; } = [];

    /// <summary>When and where it may be shown; empty for always and everywhere.</summary>
    [Id(16)]
    public ImmutableArray<AvailabilityWindow> Availability { get; init; } = [];

    /// <summary>When it came to the service.</summary>
    [Id(17)]
    public DateTimeOffset? AddedAt { get; init; }

    /// <summary>Other names it is known and searched by, 1 to 500 characters each: in other countries, short forms, working titles.</summary>
    [Id(18)]
    public ImmutableArray<string> AlternativeNames { get; init; } = [];
}
