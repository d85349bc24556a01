namespace Orleans.Personalize.Grains.Profiles;

/// <summary>A stretch of a profile's events.</summary>
[GenerateSerializer, Alias("op.StoredSegment")]
internal sealed class StoredSegment
{
    /// <summary>The events as lines of JSON in UTF-8.</summary>
    [Id(0)]
    public byte[] Events { get; set; } = [];

    /// <summary>How many events.</summary>
    [Id(1)]
    public int Count { get; set; }
}
