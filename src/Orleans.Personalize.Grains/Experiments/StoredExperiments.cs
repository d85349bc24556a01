namespace Orleans.Personalize.Grains.Experiments;

/// <summary>What is stored of the experiments of a tenant.</summary>
[GenerateSerializer, Alias("op.StoredExperiments")]
internal sealed class StoredExperiments
{
    /// <summary>Each experiment as JSON.</summary>
    [Id(0)]
    public List<string> Experiments { get; set; } = [];

    /// <summary>Grows with every change.</summary>
    [Id(1)]
    public long Version { get; set; }
}
