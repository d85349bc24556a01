namespace Orleans.Personalize.Grains.Trending;

/// <summary>What is stored of a trend.</summary>
[GenerateSerializer, Alias("op.StoredTrend")]
internal sealed class StoredTrend
{
    /// <summary>Numbers of the titles that were played.</summary>
    [Id(0)]
    public List<int> Titles { get; set; } = [];

    /// <summary>The plays of each of them, as the engine encodes them.</summary>
    [Id(1)]
    public List<byte[]> Statistics { get; set; } = [];
}
