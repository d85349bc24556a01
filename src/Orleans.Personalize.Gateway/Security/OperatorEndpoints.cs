namespace Orleans.Personalize.Gateway.Security;

/// <summary>Marks what only operators may call.</summary>
internal static class OperatorEndpoints
{
    /// <summary>Lets operators in only, where the host has keys for them, and says so in the OpenAPI document.</summary>
    public static RouteGroupBuilder ForOperators(this RouteGroupBuilder group)
    {
        var filter = new Lazy<OperatorFilter>(() => ActivatorUtilities.CreateInstance<OperatorFilter>(((IEndpointRouteBuilder)group).ServiceProvider));
        return group.WithMetadata(new OperatorOperation()).AddEndpointFilter((context, next) => filter.Value.InvokeAsync(context, next));
    }
}
