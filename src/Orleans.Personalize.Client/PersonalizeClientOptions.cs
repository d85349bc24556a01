namespace Orleans.Personalize.Client;

/// <summary>What a caller of the cluster decides.</summary>
public sealed class PersonalizeClientOptions
{
    /// <summary>Whose catalogue and profiles are meant: 1 to 64 ASCII letters, digits, '-' and '_'. Tenants never see each other.</summary>
    public string Tenant { get; set; } = "default";
}
