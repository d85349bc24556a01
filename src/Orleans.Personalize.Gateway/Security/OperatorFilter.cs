using Microsoft.Extensions.Options;
using Orleans.Personalize.Gateway.Problems;

namespace Orleans.Personalize.Gateway.Security;

/// <summary>Lets a call in that carries one of the operators' keys; any caller where the host has none.</summary>
internal sealed class OperatorFilter(IOptions<GatewayOptions> options) : IEndpointFilter
{
    private readonly KeyRing _keys = new(options.Value.OperatorKeys);

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        _keys.IsEmpty || _keys.Opens(context.HttpContext.Request.Headers.Authorization)
            ? next(context)
            : throw new ProblemException(StatusCodes.Status403Forbidden, "Authorization", "must carry a key of this service's operators");
}
