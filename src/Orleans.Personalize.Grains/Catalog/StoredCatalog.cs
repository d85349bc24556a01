namespace Orleans.Personalize.Grains.Catalog;

/// <summary>What is stored of a catalogue as a whole; its titles are in its parts.</summary>
[GenerateSerializer, Alias("op.StoredCatalog")]
internal sealed class StoredCatalog
{
    /// <summary>How many numbers were given, or reserved by a write that did not come to its end.</summary>
    [Id(0)]
    public int Numbers { get; set; }
}
