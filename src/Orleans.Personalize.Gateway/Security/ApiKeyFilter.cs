using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Orleans.Personalize.Gateway.Problems;

namespace Orleans.Personalize.Gateway.Security;

/// <summary>Lets a call in that carries one of the host's keys. Compares digests of all keys, each in constant time.</summary>
internal sealed class ApiKeyFilter : IEndpointFilter
{
    private const string Scheme = "Bearer ";
    private readonly byte[][] _digests;

    public ApiKeyFilter(IOptions<GatewayOptions> options) => _digests = [.. options.Value.ApiKeys.Select(Digest)];

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        _digests.Length == 0 || IsKnown(context.HttpContext.Request.Headers.Authorization)
            ? next(context)
            : throw new ProblemException(StatusCodes.Status401Unauthorized, "Authorization", "must be 'Bearer ' and a key of this service");

    private bool IsKnown(string? header)
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
