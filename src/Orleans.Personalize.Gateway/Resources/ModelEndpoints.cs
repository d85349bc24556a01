using Orleans.Personalize.Models;

namespace Orleans.Personalize.Gateway.Resources;

/// <summary>The model.</summary>
internal static class ModelEndpoints
{
    public static void MapModel(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/model", GetAsync).WithTags("Operations").WithName("getModel");

    /// <summary>The model that answers now: its version, what it was trained on, and what was measured then.</summary>
    internal static Task<ModelInfo> GetAsync(IPersonalizer personalizer, CancellationToken cancellationToken) =>
        personalizer.GetModelAsync(cancellationToken);
}
