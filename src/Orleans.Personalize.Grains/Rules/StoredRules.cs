namespace Orleans.Personalize.Grains.Rules;

/// <summary>What is stored of the rules of a tenant.</summary>
[GenerateSerializer, Alias("op.StoredRules")]
internal sealed class StoredRules
{
    /// <summary>Each rule as JSON.</summary>
    [Id(0)]
    public List<string> Rules { get; set; } = [];

    /// <summary>Grows with every change.</summary>
    [Id(1)]
    public long Version { get; set; }
}
