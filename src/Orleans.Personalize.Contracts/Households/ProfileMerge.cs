namespace Orleans.Personalize.Households;

/// <summary>A merge that was done; the same answer however often it is asked for.</summary>
[GenerateSerializer, Immutable, Alias("op.ProfileMerge")]
public sealed record ProfileMerge
{
    /// <summary>The profile that stays.</summary>
    [Id(0)]
    public required ProfileId Profile { get; init; }

    /// <summary>The merge.</summary>
    [Id(1)]
    public required OperationId Operation { get; init; }

    /// <summary>How many events were taken over; those that the profile had already are not counted.</summary>
    [Id(2)]
    public required int Events { get; init; }

    /// <summary>Whether the profile that was taken over stays too.</summary>
    [Id(3)]
    public required bool SourceKept { get; init; }
}
