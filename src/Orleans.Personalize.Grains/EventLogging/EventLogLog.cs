using Microsoft.Extensions.Logging;

namespace Orleans.Personalize.Grains.EventLogging;

/// <summary>What silos tell the operator about the event log.</summary>
internal static partial class EventLogLog
{
    [LoggerMessage(
        20, LogLevel.Debug, "Tenant {Tenant}: the event log was compacted, {Taken} segments into {Made} with {Events} events, {Repeated} repeated, {Expired} too old; {Marks} marks of erased profiles taken away")]
    public static partial void Compacted(ILogger logger, string tenant, int taken, int made, long events, long repeated, long expired, int marks);

    [LoggerMessage(21, LogLevel.Warning, "Tenant {Tenant}: the event log could not be compacted, or the titles not be written beside it; tried again later")]
    public static partial void NotCompacted(ILogger logger, Exception error, string tenant);
}
