namespace Orleans.Personalize.Grains.Households;

/// <summary>What is stored of an account.</summary>
[GenerateSerializer, Alias("op.StoredAccount")]
internal sealed class StoredAccount
{
    /// <summary>The ids of its profiles.</summary>
    [Id(0)]
    public List<string> Profiles { get; set; } = [];
}
