namespace Orleans.Personalize.Grains.Experiments;

/// <summary>What is stored of the counts of all experiments of a tenant.</summary>
[GenerateSerializer, Alias("op.StoredExperimentCounts")]
internal sealed class StoredExperimentCounts
{
    /// <summary>The counts of each group that has any.</summary>
    [Id(0)]
    public List<CountedGroup> Groups { get; set; } = [];
}
