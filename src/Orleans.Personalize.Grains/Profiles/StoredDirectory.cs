namespace Orleans.Personalize.Grains.Profiles;

/// <summary>What is stored of one part of the list of profiles.</summary>
[GenerateSerializer, Alias("op.StoredDirectory")]
internal sealed class StoredDirectory
{
    /// <summary>The settings of each profile as JSON.</summary>
    [Id(0)]
    public List<string> Profiles { get; set; } = [];
}
