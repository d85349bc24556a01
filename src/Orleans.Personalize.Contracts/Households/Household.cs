using System.Collections.Immutable;

namespace Orleans.Personalize.Households;

/// <summary>The profiles of one account: who may be watching.</summary>
[GenerateSerializer, Immutable, Alias("op.Household")]
public sealed record Household
{
    /// <summary>The most profiles that an account has room for.</summary>
    public const int MaxProfiles = 20;

    /// <summary>The account.</summary>
    [Id(0)]
    public required AccountId Account { get; init; }

    /// <summary>Its profiles in the ordinal order of their ids; none where nobody belongs to it.</summary>
    [Id(1)]
    public required ImmutableArray<HouseholdMember> Profiles { get; init; }
}
