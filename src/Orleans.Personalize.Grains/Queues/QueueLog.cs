using Microsoft.Extensions.Logging;

namespace Orleans.Personalize.Grains.Queues;

/// <summary>What grains tell the operator about events that come through the queue.</summary>
internal static partial class QueueLog
{
    [LoggerMessage(40, LogLevel.Warning, "{Count} events of the queue could not be recorded and are kept as dead letters of tenant {Tenant}, the first because: {Reason}")]
    public static partial void Buried(ILogger logger, int count, string tenant, string reason);

    [LoggerMessage(41, LogLevel.Warning, "The stream of lane {Lane} failed; it goes on")]
    public static partial void StreamFailed(ILogger logger, Exception error, string lane);
}
