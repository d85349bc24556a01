namespace Orleans.Personalize.EventLogs;

/// <summary>The blob storage refused a request.</summary>
/// <param name="code">Its name for the error; null where it has none.</param>
/// <param name="message">The reason.</param>
internal sealed class BlobFailedException(string? code, string message) : IOException(message)
{
    /// <summary>The storage's name for the error; null where it has none.</summary>
    public string? Code => code;
}
