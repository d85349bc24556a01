using Microsoft.Extensions.Options;

namespace Orleans.Personalize.Gateway.Security;

/// <summary>
/// Turns calls away while too many are worked on, so that those already inside are answered in time. Calls that record events have half of the room at most: they wait until they
/// are durable, and while the storage is slow they would leave none for pages, which do not need it.
/// </summary>
internal sealed class ConcurrencyFilter(IOptions<GatewayOptions> options) : IEndpointFilter
{
    private static readonly PathString Events = new("/v1/events");
    private readonly int _most = options.Value.MaxConcurrentCalls;
    private readonly int _mostEvents = Math.Max(1, options.Value.MaxConcurrentCalls / 2);
    private int _inside;
    private int _eventsInside;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var recordsEvents = context.HttpContext.Request.Path.StartsWithSegments(Events, StringComparison.Ordinal);
        try
        {
            var hasRoom = Interlocked.Increment(ref _inside) <= _most;
            if (recordsEvents)
                hasRoom &= Interlocked.Increment(ref _eventsInside) <= _mostEvents;
            return hasRoom ? await next(context) : throw new UnavailableException("too many calls are being worked on");
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
            if (recordsEvents)
                Interlocked.Decrement(ref _eventsInside);
        }
    }
}
