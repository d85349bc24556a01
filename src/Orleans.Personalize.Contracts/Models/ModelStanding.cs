namespace Orleans.Personalize.Models;

/// <summary>Where a model stands between the others.</summary>
[GenerateSerializer, Alias("op.ModelStanding")]
public enum ModelStanding
{
    /// <summary>It is kept, and can be put in service.</summary>
    Kept = 0,

    /// <summary>It answers.</summary>
    InService = 1,

    /// <summary>It was in service before the present one: rolling back leads to it.</summary>
    Before = 2,
}
