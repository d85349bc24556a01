using System.Collections.Immutable;

namespace Orleans.Personalize.Models;

/// <summary>A taste community: members who choose alike. A profile belongs to several by degrees.</summary>
[GenerateSerializer, Immutable, Alias("op.Community")]
public sealed record Community
{
    /// <summary>Names it; the same from one training to the next as long as most of its members stay together.</summary>
    [Id(0)]
    public required string Id { get; init; }

    /// <summary>Share of the profiles that belong to it, 0 to 1; the shares of all add up to 1.</summary>
    [Id(1)]
    public required double Share { get; init; }

    /// <summary>How many profiles belonged to it in training.</summary>
    [Id(2)]
    public required int Profiles { get; init; }

    /// <summary>The genres and tags that set it apart, the strongest first.</summary>
    [Id(3)]
    public required ImmutableArray<string> Themes { get; init; }

    /// <summary>The titles that set it apart, the strongest first.</summary>
    [Id(4)]
    public required ImmutableArray<TitleId> Titles { get; init; }
}
