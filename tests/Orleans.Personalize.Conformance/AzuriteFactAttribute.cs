using System.Net.Sockets;

namespace Orleans.Personalize.Conformance;

/// <summary>A fact that needs Azurite on its usual ports; skipped where it does not run.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AzuriteFactAttribute : FactAttribute
{
    private static readonly string? Reason = WhatIsMissing();

    public AzuriteFactAttribute() => Skip = Reason;

    private static string? WhatIsMissing()
    {
        try
        {
            using var blobs = new TcpClient("127.0.0.1", 10000);
            return null;
        }
        catch (SocketException)
        {
            return "Azurite does not run; deploy/azurite/start.sh starts it";
        }
    }
}
