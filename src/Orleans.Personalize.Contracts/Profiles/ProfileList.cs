using System.Collections.Immutable;

namespace Orleans.Personalize.Profiles;

/// <summary>Profiles in the order of their ids.</summary>
[GenerateSerializer, Immutable, Alias("op.ProfileList")]
public sealed record ProfileList
{
    /// <summary>The profiles.</summary>
    [Id(0)]
    public required ImmutableArray<ProfileSettings> Profiles { get; init; }

    /// <summary>Pass as 'after' for more; null at the end.</summary>
    [Id(1)]
    public ProfileId? Next { get; init; }
}
