using System.Collections.Immutable;

namespace Orleans.Personalize.Models;

/// <summary>The model that answers.</summary>
[GenerateSerializer, Immutable, Alias("op.ModelInfo")]
public sealed record ModelInfo
{
    /// <summary>Its version: the first 16 hexadecimal digits of its checksum.</summary>
    [Id(0)]
    public required string Version { get; init; }

    /// <summary>When it was trained.</summary>
    [Id(1)]
    public required DateTimeOffset TrainedAt { get; init; }

    /// <summary>How many titles it learnt from plays.</summary>
    [Id(2)]
    public required int Titles { get; init; }

    /// <summary>How many events it was trained on.</summary>
    [Id(3)]
    public required long Events { get; init; }

    /// <summary>How many profiles it was trained on.</summary>
    [Id(4)]
    public required int Profiles { get; init; }

    /// <summary>The dimension of its preference vectors.</summary>
    [Id(5)]
    public required int Dimension { get; init; }

    /// <summary>Size of its file, in bytes.</summary>
    [Id(6)]
    public required long Bytes { get; init; }

    /// <summary>What was measured on held-out events when it was trained.</summary>
    [Id(7)]
    public required ImmutableArray<ModelMetric> Metrics { get; init; }
}
