using System.Collections.Immutable;
using Orleans.Personalize.Experiments;

namespace Orleans.Personalize.Pages;

/// <summary>A home page, composed for one profile at one moment.</summary>
[GenerateSerializer, Immutable, Alias("op.HomePage")]
public sealed record HomePage
{
    /// <summary>Names the page; events refer to it.</summary>
    [Id(0)]
    public required PageId Id { get; init; }

    /// <summary>Whose it is.</summary>
    [Id(1)]
    public required ProfileId Profile { get; init; }

    /// <summary>The moment it is for.</summary>
    [Id(2)]
    public required DateTimeOffset ComposedAt { get; init; }

    /// <summary>The model behind it.</summary>
    [Id(3)]
    public required string ModelVersion { get; init; }

    /// <summary>Its rows, most important first.</summary>
    [Id(4)]
    public required ImmutableArray<Row> Rows { get; init; }

    /// <summary>Where the page goes on, for <see cref="HomeRowsRequest.After"/>; null where these rows are all.</summary>
    [Id(5)]
    public string? Next { get; init; }

    /// <summary>Set where this is not what was asked for but stands in for it, because the profile could not be reached in time; null otherwise.</summary>
    [Id(6)]
    public Substitute? Substitute { get; init; }

    /// <summary>The arms of running experiments that it was made in; null where the profile is in none.</summary>
    [Id(7)]
    public ImmutableArray<AssignedArm>? Experiments { get; init; }
}
