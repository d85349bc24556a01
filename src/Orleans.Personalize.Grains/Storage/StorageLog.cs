using Microsoft.Extensions.Logging;

namespace Orleans.Personalize.Grains.Storage;

/// <summary>What grains tell the operator about their storage.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(10, LogLevel.Warning, "Counts of {Grain} could not be saved ({Reason}); tried again later")]
    public static partial void CountsNotSaved(ILogger logger, GrainId grain, string reason);

    // Without the stack: storage that does not answer fails the writes of many grains at once.
    [LoggerMessage(11, LogLevel.Warning, "{Grain} could not be written ({Reason}); its callers were told that nothing was changed")]
    public static partial void WriteFailed(ILogger logger, GrainId grain, string reason);

    [LoggerMessage(12, LogLevel.Error, "The state of {Grain} is damaged: it cannot be used, only erased")]
    public static partial void StateDamaged(ILogger logger, GrainId grain);

    [LoggerMessage(13, LogLevel.Information, "The household of {Profile} could not be asked; the profile is answered without it")]
    public static partial void HouseholdUnknown(ILogger logger, Exception error, ProfileId profile);
}
