using Orleans.Personalize.Gateway.Security;
using Orleans.Personalize.Models;

namespace Orleans.Personalize.Gateway.Resources;

/// <summary>The model that answers, and what operators do with models.</summary>
internal static class ModelEndpoints
{
    public static void MapModels(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/model", GetAsync).WithTags("Operations").WithName("getModel");
        var group = routes.MapGroup("/models").WithTags("Operations").ForOperators();
        group.MapGet("", ListAsync).WithName("listModels");
        group.MapPost("/{version}/activate", ActivateAsync).WithName("activateModel");
        group.MapPost("/rollback", RollBackAsync).WithName("rollBackModel");
        routes.MapGroup("/communities").WithTags("Operations").ForOperators().MapGet("", ListCommunitiesAsync).WithName("listCommunities");
    }

    /// <summary>The model that answers now: its version, what it was trained on, and what was measured then.</summary>
    internal static Task<ModelInfo> GetAsync(IPersonalizer personalizer, CancellationToken cancellationToken) =>
        personalizer.GetModelAsync(cancellationToken);

    /// <summary>The models at hand, the newest first: which is in service, which was before, and which cannot be read.</summary>
    internal static Task<ModelList> ListAsync(IModelOperations models, CancellationToken cancellationToken) =>
        models.ListModelsAsync(cancellationToken);

    /// <summary>The taste communities that the model in service found: how many profiles belong to each, and the themes and titles that set it apart.</summary>
    internal static Task<CommunityList> ListCommunitiesAsync(IModelOperations models, CancellationToken cancellationToken) =>
        models.ListCommunitiesAsync(cancellationToken);

    /// <summary>Puts a model in service without holding up a call; answers when it answers.</summary>
    /// <remarks>Every page comes from one model throughout and names it. 404 where there is no such model, 409 where its file is damaged: then the one in service stays.</remarks>
    /// <param name="version">The model's version.</param>
    /// <param name="models">The models behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static Task<ModelInfo> ActivateAsync(string version, IModelOperations models, CancellationToken cancellationToken) =>
        models.ActivateModelAsync(version, cancellationToken);

    /// <summary>Puts the model back in service that was in service before the present one.</summary>
    /// <remarks>Called again, it goes back by one more. 409 where there was none before, or its file is gone or damaged: then the one in service stays.</remarks>
    /// <param name="models">The models behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static Task<ModelInfo> RollBackAsync(IModelOperations models, CancellationToken cancellationToken) =>
        models.RollBackModelAsync(cancellationToken);
}
