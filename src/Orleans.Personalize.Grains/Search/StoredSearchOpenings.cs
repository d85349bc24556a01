namespace Orleans.Personalize.Grains.Search;

/// <summary>What is stored of the openings after the searches of one part.</summary>
[GenerateSerializer, Alias("op.StoredSearchOpenings")]
internal sealed class StoredSearchOpenings
{
    /// <summary>The openings, as the engine encodes them; empty before the first.</summary>
    [Id(0)]
    public byte[] Openings { get; set; } = [];
}
