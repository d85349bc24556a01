using System.Security.Cryptography;
using System.Text;

namespace Orleans.Personalize.Gateway.Security;

/// <summary>Keys that open something. Compares digests of all keys, each in constant time.</summary>
internal sealed class KeyRing(IEnumerable<string> keys)
{
    private const string Scheme = "Bearer ";
    private readonly byte[][] _digests = [.. keys.Select(Digest)];

    /// <summary>Whether there is no key, so that everybody may.</summary>
    public bool IsEmpty => _digests.Length == 0;

    /// <summary>Whether an <c>Authorization</c> header carries one of the keys.</summary>
    public bool Opens(string? header)
    {
        if (header is null || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return false;
        var digest = Digest(header[Scheme.Length..].Trim());
        var known = false;
        foreach (var candidate in _digests)
            known |= CryptographicOperations.FixedTimeEquals(candidate, digest);
        return known;
    }

    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
