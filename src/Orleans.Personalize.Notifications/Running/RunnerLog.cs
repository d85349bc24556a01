using Microsoft.Extensions.Logging;

namespace Orleans.Personalize.Notifications.Running;

/// <summary>What a runner tells.</summary>
internal static partial class RunnerLog
{
    [LoggerMessage(LogLevel.Information, "planned for {Profiles} profiles ({Resting} rest): {Sent} messages sent, {Failed} failed, {Uncertain} uncertain")]
    public static partial void RoundDone(ILogger logger, int profiles, int resting, int sent, int failed, int uncertain);

    [LoggerMessage(LogLevel.Warning, "the profile {Profile} is looked at again later")]
    public static partial void Troubled(ILogger logger, ProfileId profile, Exception trouble);

    [LoggerMessage(LogLevel.Warning, "it is not known whether the message {Notification} (attempt {Attempt}) went out: {Reason}")]
    public static partial void Uncertain(ILogger logger, string notification, int attempt, string? reason);

    [LoggerMessage(LogLevel.Warning, "the message {Notification} cannot be sent: {Reason}")]
    public static partial void Failed(ILogger logger, string notification, string? reason);

    [LoggerMessage(LogLevel.Error, "a round of notifications was broken off")]
    public static partial void RoundFailed(ILogger logger, Exception failure);
}
