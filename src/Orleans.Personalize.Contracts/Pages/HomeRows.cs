using System.Collections.Immutable;
using Orleans.Personalize.Experiments;

namespace Orleans.Personalize.Pages;

/// <summary>Further rows of a home page, composed after what was seen of it.</summary>
[GenerateSerializer, Immutable, Alias("op.HomeRows")]
public sealed record HomeRows
{
    /// <summary>The page that they continue.</summary>
    [Id(0)]
    public required PageId Page { get; init; }

    /// <summary>Whose it is.</summary>
    [Id(1)]
    public required ProfileId Profile { get; init; }

    /// <summary>The moment they are for.</summary>
    [Id(2)]
    public required DateTimeOffset ComposedAt { get; init; }

    /// <summary>The model behind them; it may be a newer one than that of the rows before.</summary>
    [Id(3)]
    public required string ModelVersion { get; init; }

    /// <summary>Zero-based place of the first of these rows on the page.</summary>
    [Id(4)]
    public required int FirstRow { get; init; }

    /// <summary>The rows, most important first.</summary>
    [Id(5)]
    public required ImmutableArray<Row> Rows { get; init; }

    /// <summary>Where the page goes on; null at its end.</summary>
    [Id(6)]
    public string? Next { get; init; }

    /// <summary>The arms of running experiments that it was made in; null where the profile is in none.</summary>
    [Id(7)]
    public ImmutableArray<AssignedArm>? Experiments { get; init; }
}
