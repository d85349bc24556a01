using System.Net.Sockets;

namespace Orleans.Personalize.EventLogs.Tests.for_ILogStore;

/// <summary>A fact that needs Azurite on its usual ports; skipped where it does not run.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EmulatorFactAttribute : FactAttribute
{
    private static readonly string? Reason = WhatIsMissing();

    public EmulatorFactAttribute() => Skip = Reason;

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
