using Orleans.Personalize.Gateway.Documentation;
using Orleans.Personalize.Gateway.Readiness;

namespace Orleans.Personalize.Gateway.Resources;

/// <summary>What an orchestrator asks.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Operations").WithMetadata(new GatewayOperation());
        group.MapGet("/healthz", GetHealth).WithName("getHealth");
        group.MapGet("/readyz", GetReadinessAsync).WithName("getReadiness");
    }

    /// <summary>Whether the process is alive; a process that does not answer should be restarted.</summary>
    internal static HealthStatus GetHealth() => new("alive");

    /// <summary>Whether calls should be sent here; 503 until the host can answer them.</summary>
    internal static async Task<HealthStatus> GetReadinessAsync(IReadiness readiness, CancellationToken cancellationToken) =>
        await readiness.WhatIsMissingAsync(cancellationToken) is { } missing ? throw new UnavailableException(missing) : new HealthStatus("ready");
}
