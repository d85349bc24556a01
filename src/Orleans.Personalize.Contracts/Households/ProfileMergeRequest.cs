namespace Orleans.Personalize.Households;

/// <summary>Asks that one profile takes over what another did and what was learnt of it.</summary>
[GenerateSerializer, Immutable, Alias("op.ProfileMergeRequest")]
public sealed record ProfileMergeRequest
{
    /// <summary>The profile that stays. Its settings do not change.</summary>
    [Id(0)]
    public required ProfileId Profile { get; init; }

    /// <summary>The profile that is taken over: of the same account as the other, or of none where the other has none.</summary>
    [Id(1)]
    public required ProfileId Source { get; init; }

    /// <summary>Names this merge. Asked for again with the same name it is not done again, and finished where it was cut off.</summary>
    [Id(2)]
    public required OperationId Operation { get; init; }

    /// <summary>Whether the profile that is taken over stays too, as it is; else it is erased in the same go.</summary>
    [Id(3)]
    public bool KeepSource { get; init; }
}
