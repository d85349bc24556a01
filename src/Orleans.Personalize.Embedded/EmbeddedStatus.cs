namespace Orleans.Personalize.Embedded;

/// <summary>What the embedded host holds at one moment.</summary>
public sealed record EmbeddedStatus
{
    /// <summary>How many titles are in the catalogue.</summary>
    public required int Titles { get; init; }

    /// <summary>The model that answers.</summary>
    public required string ModelVersion { get; init; }

    /// <summary>How many profiles are in memory.</summary>
    public required int ResidentProfiles { get; init; }

    /// <summary>How much memory they take together, in bytes, estimated from their encoded size.</summary>
    public required long ResidentBytes { get; init; }

    /// <summary>How many calls that write are waiting.</summary>
    public required int WaitingWrites { get; init; }
}
