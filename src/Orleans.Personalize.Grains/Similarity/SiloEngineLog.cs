using Microsoft.Extensions.Logging;

namespace Orleans.Personalize.Grains.Similarity;

/// <summary>What a silo's engines tell the operator.</summary>
internal static partial class SiloEngineLog
{
    [LoggerMessage(1, LogLevel.Information, "Tenant {Tenant}: {Titles} titles of catalogue version {Catalog}, model {Model}, ready in {Milliseconds:0} ms")]
    public static partial void Loaded(ILogger logger, string tenant, int titles, long catalog, string model, double milliseconds);

    [LoggerMessage(2, LogLevel.Warning, "Tenant {Tenant}: catalogue, model or counts could not be followed; the last ones stay in service")]
    public static partial void FollowFailed(ILogger logger, Exception error, string tenant);

    [LoggerMessage(3, LogLevel.Warning, "Tenant {Tenant}: counts of the last moments could not be handed over and are lost")]
    public static partial void CountsLost(ILogger logger, Exception error, string tenant);

    [LoggerMessage(4, LogLevel.Error, "Tenant {Tenant}: the model in service cannot be read; the one before stays")]
    public static partial void ModelUnreadable(ILogger logger, Exception error, string tenant);

    [LoggerMessage(5, LogLevel.Warning, "Tenant {Tenant}: it cannot be looked which model is in service, or it cannot be fetched; tried again with the next look")]
    public static partial void ModelNotFetched(ILogger logger, Exception error, string tenant);

    [LoggerMessage(6, LogLevel.Warning, "The silo could not make answers before it joined; its first ones take longer")]
    public static partial void NotWarm(ILogger logger, Exception error);
}
