using Microsoft.Extensions.Logging;

namespace Orleans.Personalize.Embedded;

/// <summary>What the embedded host logs.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Serving from {Folder}: {Titles} titles, model {Model}; opened in {Milliseconds} ms")]
    public static partial void Opened(ILogger logger, string folder, int titles, string model, long milliseconds);

    [LoggerMessage(2, LogLevel.Information, "Model {Model} answers now")]
    public static partial void ModelActivated(ILogger logger, string model);

    [LoggerMessage(3, LogLevel.Error, "{Requests} writes failed; nothing of them was stored")]
    public static partial void WriteFailed(ILogger logger, int requests, Exception exception);

    [LoggerMessage(4, LogLevel.Warning, "The write-ahead log could not be emptied; it is tried again after the next write")]
    public static partial void LogNotEmptied(ILogger logger, Exception exception);

    [LoggerMessage(5, LogLevel.Information, "Closed {Folder}")]
    public static partial void Closed(ILogger logger, string folder);

    [LoggerMessage(6, LogLevel.Error, "A model cannot be read and is passed over for the one in service before it")]
    public static partial void ModelRefused(ILogger logger, Exception exception);
}
