namespace Orleans.Personalize.Grains.Catalog;

/// <summary>What is stored of a part of the catalogue.</summary>
[GenerateSerializer, Alias("op.StoredShard")]
internal sealed class StoredShard
{
    /// <summary>How often it was written.</summary>
    [Id(0)]
    public long Version { get; set; }

    /// <summary>The id of each number in order; null for a number that was never used.</summary>
    [Id(1)]
    public List<string?> Ids { get; set; } = [];

    /// <summary>The title of each number as JSON; null where it was removed or never was.</summary>
    [Id(2)]
    public List<string?> Titles { get; set; } = [];
}
