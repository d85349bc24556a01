using System.Collections.Immutable;

namespace Orleans.Personalize.Models;

/// <summary>The taste communities of the model in service.</summary>
[GenerateSerializer, Immutable, Alias("op.CommunityList")]
public sealed record CommunityList
{
    /// <summary>The model that found them.</summary>
    [Id(0)]
    public required string ModelVersion { get; init; }

    /// <summary>The communities, the largest first; none where there are too few profiles.</summary>
    [Id(1)]
    public required ImmutableArray<Community> Communities { get; init; }
}
