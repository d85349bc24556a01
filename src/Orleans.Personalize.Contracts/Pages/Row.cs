using System.Collections.Immutable;

namespace Orleans.Personalize.Pages;

/// <summary>One themed row.</summary>
[GenerateSerializer, Immutable, Alias("op.Row")]
public sealed record Row
{
    /// <summary>Names the theme; the same on every page.</summary>
    [Id(0)]
    public required RowId Id { get; init; }

    /// <summary>The kind of theme.</summary>
    [Id(1)]
    public required RowKind Kind { get; init; }

    /// <summary>The heading, in words a member understands.</summary>
    [Id(2)]
    public required string Title { get; init; }

    /// <summary>Why the row is there.</summary>
    [Id(3)]
    public required Reason Reason { get; init; }

    /// <summary>Its titles, best first.</summary>
    [Id(4)]
    public required ImmutableArray<Card> Cards { get; init; }
}
