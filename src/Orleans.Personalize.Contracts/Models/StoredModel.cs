namespace Orleans.Personalize.Models;

/// <summary>A model file.</summary>
[GenerateSerializer, Immutable, Alias("op.StoredModel")]
public sealed record StoredModel
{
    /// <summary>Its version: the first 16 hexadecimal digits of its checksum.</summary>
    [Id(0)]
    public required string Version { get; init; }

    /// <summary>Whether it is in service.</summary>
    [Id(1)]
    public required ModelStanding Standing { get; init; }

    /// <summary>When the file was written.</summary>
    [Id(2)]
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>What there is to say about the model; null where the file cannot be read.</summary>
    [Id(3)]
    public ModelInfo? Info { get; init; }

    /// <summary>Why the file cannot be read; null where it can.</summary>
    [Id(4)]
    public string? Problem { get; init; }
}
