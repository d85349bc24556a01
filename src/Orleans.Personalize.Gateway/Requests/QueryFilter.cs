namespace Orleans.Personalize.Gateway.Requests;

/// <summary>Refuses parameters that an endpoint does not take, so that a misspelt one is not silently ignored.</summary>
internal sealed class QueryFilter : IEndpointFilter
{
    private static readonly QueryParameters None = new();

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Request.Query.Count > 0)
            (http.GetEndpoint()?.Metadata.GetMetadata<QueryParameters>() ?? None).RefuseOthers(http.Request.Query);
        return next(context);
    }
}
