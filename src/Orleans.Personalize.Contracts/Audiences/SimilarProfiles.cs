using System.Collections.Immutable;

namespace Orleans.Personalize.Audiences;

/// <summary>Profiles of like taste.</summary>
[GenerateSerializer, Immutable, Alias("op.SimilarProfiles")]
public sealed record SimilarProfiles
{
    /// <summary>The most that may be asked for.</summary>
    public const int MaxCount = 100;

    /// <summary>The profile they are like.</summary>
    [Id(0)]
    public required ProfileId Profile { get; init; }

    /// <summary>How many profiles there are.</summary>
    [Id(1)]
    public required long Profiles { get; init; }

    /// <summary>How many of them were looked at.</summary>
    [Id(2)]
    public required int Sampled { get; init; }

    /// <summary>Those with something in common, the most alike first.</summary>
    [Id(3)]
    public required ImmutableArray<SimilarProfile> Similar { get; init; }
}
