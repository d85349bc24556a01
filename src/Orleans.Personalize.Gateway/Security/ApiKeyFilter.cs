using Microsoft.Extensions.Options;
using Orleans.Personalize.Gateway.Problems;

namespace Orleans.Personalize.Gateway.Security;

/// <summary>Lets a call in that carries one of the host's keys.</summary>
internal sealed class ApiKeyFilter(IOptions<GatewayOptions> options) : IEndpointFilter
{
    private readonly KeyRing _keys = new(options.Value.ApiKeys.Concat(options.Value.OperatorKeys));

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        _keys.IsEmpty || _keys.Opens(context.HttpContext.Request.Headers.Authorization)
            ? next(context)
            : throw new ProblemException(StatusCodes.Status401Unauthorized, "Authorization", "must be 'Bearer ' and a key of this service");
}
