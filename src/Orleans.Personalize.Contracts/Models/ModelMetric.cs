namespace Orleans.Personalize.Models;

/// <summary>One figure measured in training.</summary>
[GenerateSerializer, Immutable, Alias("op.ModelMetric")]
public sealed record ModelMetric
{
    /// <summary>The metric's standard name, such as NDCG@10.</summary>
    [Id(0)]
    public required string Name { get; init; }

    /// <summary>Its value.</summary>
    [Id(1)]
    public required double Value { get; init; }
}
