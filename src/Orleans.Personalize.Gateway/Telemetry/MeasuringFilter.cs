using System.Diagnostics;
using Orleans.Personalize.Gateway.Problems;

namespace Orleans.Personalize.Gateway.Telemetry;

/// <summary>Measures every call to the API: the outermost filter, so that calls turned away are among them.</summary>
internal sealed class MeasuringFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var surface = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "other";
        var started = Stopwatch.GetTimestamp();
        try
        {
            var answer = await next(context);
            GatewayMetrics.Answered(surface, answer);
            GatewayMetrics.Ended(surface, started, "answered");
            return answer;
        }
        catch (Exception error)
        {
            GatewayMetrics.Ended(surface, started, OutcomeOf(error, context.HttpContext));
            throw;
        }
    }

    private static string OutcomeOf(Exception error, HttpContext context) => error switch
    {
        UnavailableException => "unavailable",
        OperationCanceledException when context.RequestAborted.IsCancellationRequested => "abandoned",
        _ => ProblemMiddleware.IsCallersFault(error) ? "refused" : "failed",
    };
}
