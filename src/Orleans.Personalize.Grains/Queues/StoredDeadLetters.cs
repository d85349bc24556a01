namespace Orleans.Personalize.Grains.Queues;

/// <summary>What is stored of dead letters, in forms that any storage serializer carries unchanged; in segments those that are full.</summary>
[GenerateSerializer, Alias("op.StoredDeadLetters")]
internal sealed class StoredDeadLetters
{
    /// <summary>The number of the first that was not taken away.</summary>
    [Id(0)]
    public long First { get; set; }

    /// <summary>How many are in segments, those taken away included.</summary>
    [Id(1)]
    public long Archived { get; set; }

    /// <summary>Those after, each as JSON.</summary>
    [Id(2)]
    public string[] Letters { get; set; } = [];
}
