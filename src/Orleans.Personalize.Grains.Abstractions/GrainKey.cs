namespace Orleans.Personalize.Grains;

/// <summary>Grain keys are <c>tenant/id</c>; neither part contains a '/', so no two pairs share a key.</summary>
/// <param name="Tenant">The tenant: 1 to 64 ASCII letters, digits, '-' and '_'.</param>
/// <param name="Id">The id within the tenant.</param>
public readonly record struct GrainKey(string Tenant, string Id)
{
    /// <summary>The longest tenant name, in characters.</summary>
    public const int MaxTenantLength = 64;

    /// <summary>Whether a text may name a tenant.</summary>
    public static bool IsTenant(string? tenant) =>
        tenant is { Length: > 0 and <= MaxTenantLength } && tenant.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>Reads a key.</summary>
    /// <exception cref="FormatException">It is not of the form <c>tenant/id</c>.</exception>
    public static GrainKey Parse(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash + 1 < key.Length
            ? new GrainKey(key[..slash], key[(slash + 1)..])
            : throw new FormatException($"'{key}' is no grain key of the form tenant/id");
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Tenant}/{Id}";
}
