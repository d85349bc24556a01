namespace Orleans.Personalize.Grains.Profiles;

/// <summary>How far a merge has come that a profile makes.</summary>
internal sealed record MergeRecord
{
    /// <summary>The merge.</summary>
    public required OperationId Operation { get; init; }

    /// <summary>Tells it from another merge of the same name.</summary>
    public required long Fingerprint { get; init; }

    /// <summary>Whether the profile that is taken over stays.</summary>
    public required bool KeepsSource { get; init; }

    /// <summary>The profile that is taken over; null as soon as nothing is to be done with it any more.</summary>
    public ProfileId? Source { get; init; }

    /// <summary>How many events were taken over; null before the profile is both.</summary>
    public int? Events { get; init; }
}
