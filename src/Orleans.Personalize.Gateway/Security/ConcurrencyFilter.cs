using Microsoft.Extensions.Options;

namespace Orleans.Personalize.Gateway.Security;

/// <summary>Turns calls away while too many are worked on, so that those already inside are answered in time.</summary>
internal sealed class ConcurrencyFilter(IOptions<GatewayOptions> options) : IEndpointFilter
{
    private readonly int _most = options.Value.MaxConcurrentCalls;
    private int _inside;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return Interlocked.Increment(ref _inside) <= _most
                ? await next(context)
                : throw new UnavailableException("too many calls are being worked on");
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }
}
