namespace Orleans.Personalize.Grains;

/// <summary>What a caller who knows more than the cluster yet may say beside its call, in the <see cref="Runtime.RequestContext"/>.</summary>
public static class PlacementHint
{
    /// <summary>The account to which the called profile belongs, as text: a profile that is not active is put on the silo of that account.</summary>
    public const string Account = "personalize.account";
}
