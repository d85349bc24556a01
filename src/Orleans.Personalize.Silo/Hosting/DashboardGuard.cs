using System.Net;
using System.Security.Cryptography;
using System.Text;
using Orleans.Personalize.Silo.Configuration;

namespace Orleans.Personalize.Silo.Hosting;

/// <summary>
/// Stands before the dashboard, which has no authentication of its own: lets in callers from this machine, or callers who know the
/// password (HTTP Basic, RFC 7617).
/// </summary>
internal sealed class DashboardGuard(RequestDelegate next, NodeOptions options)
{
    /// <summary>Where the dashboard is.</summary>
    public const string Path = "/dashboard";

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase) || IsAllowed(context))
            return next(context);
        if (options.Dashboard == DashboardAccess.Password)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"dashboard\", charset=\"UTF-8\"";
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }

        return context.Response.WriteAsync("The dashboard is not open to you.", context.RequestAborted);
    }

    private bool IsAllowed(HttpContext context) => options.Dashboard switch
    {
        DashboardAccess.Local => context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && IsLocalName(context.Request.Host.Host),
        DashboardAccess.Password => KnowsPassword(context.Request.Headers.Authorization.ToString()),
        _ => true,
    };

    /// <summary>A page from elsewhere that lets its own name point to this machine still sends that name.</summary>
    private static bool IsLocalName(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private bool KnowsPassword(string authorization)
    {
        const string Scheme = "Basic ";
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return false;
        var decoded = new byte[authorization.Length];
        if (!Convert.TryFromBase64String(authorization[Scheme.Length..].Trim(), decoded, out var length))
            return false;
        var credentials = decoded.AsSpan(0, length);
        var password = credentials[(credentials.IndexOf((byte)':') + 1)..];
        return CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(password), SHA256.HashData(Encoding.UTF8.GetBytes(options.DashboardPassword!)));
    }
}
