using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Households;

/// <summary>One profile of a household.</summary>
[GenerateSerializer, Immutable, Alias("op.HouseholdMember")]
public sealed record HouseholdMember
{
    /// <summary>What is set for it.</summary>
    [Id(0)]
    public required ProfileSettings Settings { get; init; }

    /// <summary>When its latest event happened; null before the first.</summary>
    [Id(1)]
    public DateTimeOffset? LastUsed { get; init; }
}
