using Orleans.Personalize.Gateway.Documentation;
using Orleans.Personalize.Gateway.Problems;
using Orleans.Personalize.Gateway.Requests;
using Orleans.Personalize.Gateway.Security;
using Orleans.Personalize.Rules;

namespace Orleans.Personalize.Gateway.Resources;

/// <summary>What operators want of pages: rules, kept and tried.</summary>
internal static class RuleEndpoints
{
    public static void MapRules(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/rules").WithTags("Rules").ForOperators();
        group.MapGet("", ListAsync).WithName("listRules");
        group.MapPut("/{rule}", PutAsync).WithName("putRule").TakesOne<EditorialRule>(Examples.Rule);
        group.MapGet("/{rule}", GetAsync).WithName("getRule");
        group.MapDelete("/{rule}", RemoveAsync).WithName("removeRule").Produces(StatusCodes.Status204NoContent);
        group.MapPost("/preview", PreviewAsync).WithName("previewRule").TakesOne<RulePreviewRequest>(Examples.RulePreview, idProperty: string.Empty);
    }

    /// <summary>All rules, highest priority first, also those that have not begun or have ended.</summary>
    internal static Task<RuleList> ListAsync(IEditorialRules rules, CancellationToken cancellationToken) => rules.ListRulesAsync(cancellationToken);

    /// <summary>Adds a rule or replaces it whole.</summary>
    /// <remarks>The body may leave the id to the path. A rule about titles that are not in the catalogue is refused.</remarks>
    /// <param name="rule">The rule's id.</param>
    /// <param name="context">The request.</param>
    /// <param name="requestBody">Reads the body.</param>
    /// <param name="rules">The rules behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<EditorialRule> PutAsync(
        string rule, HttpContext context, RequestBody requestBody, IEditorialRules rules, CancellationToken cancellationToken)
    {
        var id = RouteIds.Read<RuleId>("rule", rule);
        using var body = await requestBody.ReadAsync(context.Request, cancellationToken);
        var content = JsonSingle.Read<EditorialRule, RuleId>(body.RootElement, id);
        await rules.PutRuleAsync(content, cancellationToken);
        return content;
    }

    /// <summary>One rule.</summary>
    /// <param name="rule">The rule's id.</param>
    /// <param name="rules">The rules behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static Task<EditorialRule> GetAsync(string rule, IEditorialRules rules, CancellationToken cancellationToken) =>
        rules.GetRuleAsync(RouteIds.Read<RuleId>("rule", rule), cancellationToken);

    /// <summary>Takes a rule away; pages are as without it at once.</summary>
    /// <remarks>404 where there is none, or no more.</remarks>
    /// <param name="rule">The rule's id.</param>
    /// <param name="rules">The rules behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<IResult> RemoveAsync(string rule, IEditorialRules rules, CancellationToken cancellationToken)
    {
        var id = RouteIds.Read<RuleId>("rule", rule);
        return await rules.RemoveRuleAsync(id, cancellationToken) ? TypedResults.NoContent() : throw new UnknownRuleException(id);
    }

    /// <summary>A profile's home page without a rule and with it, and what moved. Nothing is kept.</summary>
    /// <remarks>The rule counts as running now, whatever its start and end; a kept rule of the same id counts on neither page.</remarks>
    /// <param name="context">The request.</param>
    /// <param name="requestBody">Reads the body.</param>
    /// <param name="rules">The rules behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<RulePreview> PreviewAsync(
        HttpContext context, RequestBody requestBody, IEditorialRules rules, CancellationToken cancellationToken)
    {
        using var body = await requestBody.ReadAsync(context.Request, cancellationToken);
        return JsonFault.TryRead<RulePreviewRequest>(body.RootElement, out var request) is { } fault
            ? throw new ProblemException(StatusCodes.Status400BadRequest, fault.Field ?? "body", fault.Reason)
            : await rules.PreviewRuleAsync(request!, cancellationToken);
    }
}
