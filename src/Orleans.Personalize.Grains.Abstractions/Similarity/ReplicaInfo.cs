namespace Orleans.Personalize.Grains.Similarity;

/// <summary>What a silo answers from.</summary>
/// <param name="Silo">The silo's address.</param>
/// <param name="CatalogVersion">The version of its replica of the catalogue.</param>
/// <param name="Titles">How many titles are in the replica.</param>
/// <param name="ModelVersion">The version of its model.</param>
[GenerateSerializer, Immutable, Alias("op.ReplicaInfo")]
public sealed record ReplicaInfo(
    [property: Id(0)] string Silo,
    [property: Id(1)] long CatalogVersion,
    [property: Id(2)] int Titles,
    [property: Id(3)] string ModelVersion);
