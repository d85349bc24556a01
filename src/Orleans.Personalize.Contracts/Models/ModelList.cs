using System.Collections.Immutable;

namespace Orleans.Personalize.Models;

/// <summary>The models at hand.</summary>
[GenerateSerializer, Immutable, Alias("op.ModelList")]
public sealed record ModelList
{
    /// <summary>The models, the newest file first.</summary>
    [Id(0)]
    public required ImmutableArray<StoredModel> Models { get; init; }
}
