namespace Orleans.Personalize.Silo.Hosting;

/// <summary>What a node tells its operator.</summary>
internal static partial class NodeLog
{
    [LoggerMessage(100, LogLevel.Information, "Open {Url} ({Role}; storage {Storage}, clustering {Clustering}, data in {Data})")]
    public static partial void Started(ILogger logger, string url, string role, string storage, string clustering, string data);

    [LoggerMessage(101, LogLevel.Warning, "Storage is memory: everything is lost when the silos end")]
    public static partial void NothingIsKept(ILogger logger);

    [LoggerMessage(102, LogLevel.Warning, "The HTTP API is open to everybody who can reach {Url}; --api-key closes it")]
    public static partial void OpenToEverybody(ILogger logger, string url);
}
