namespace Orleans.Personalize.Grains.Titles;

/// <summary>What is stored of a title's live counts.</summary>
[GenerateSerializer, Alias("op.StoredTitleStatistics")]
internal sealed class StoredTitleStatistics
{
    /// <summary>The counts, as the engine encodes them; empty before the first.</summary>
    [Id(0)]
    public byte[] Statistics { get; set; } = [];
}
