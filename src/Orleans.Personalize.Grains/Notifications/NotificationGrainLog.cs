using Microsoft.Extensions.Logging;

namespace Orleans.Personalize.Grains.Notifications;

/// <summary>What is told about when profiles are sent messages.</summary>
internal static partial class NotificationGrainLog
{
    [LoggerMessage(60, LogLevel.Debug, "{Profile} is looked at again in {Due}")]
    public static partial void Armed(ILogger logger, string profile, TimeSpan due);

    [LoggerMessage(61, LogLevel.Warning, "When {Profile} is sent messages could not be arranged; tried again with its next use")]
    public static partial void NotArranged(ILogger logger, Exception error, ProfileId profile);
}
