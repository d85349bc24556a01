using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Orleans.Personalize.Gateway.Telemetry;

/// <summary>Sends metrics, traces and logs of the process to a collector, where the environment names one.</summary>
public static class TelemetryExport
{
    private static readonly string[] Endpoints =
    [
        "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT",
    ];

    /// <summary>
    /// Adds OpenTelemetry over OTLP where one of the standard variables <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> or <c>OTEL_EXPORTER_OTLP_METRICS_ENDPOINT</c>,
    /// <c>_TRACES_ENDPOINT</c>, <c>_LOGS_ENDPOINT</c> is set; the other standard variables (<c>OTEL_EXPORTER_OTLP_PROTOCOL</c>, <c>OTEL_SERVICE_NAME</c>,
    /// <c>OTEL_TRACES_SAMPLER</c>, <c>OTEL_SDK_DISABLED</c> ...) then mean what they always do. Adds nothing where none is set.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="role">What the process is, for its name where the environment gives none: <c>personalize-ROLE</c>.</param>
    public static IServiceCollection AddPersonalizeTelemetry(this IServiceCollection services, string role)
    {
        if (!Array.Exists(Endpoints, IsSet) || string.Equals(Environment.GetEnvironmentVariable("OTEL_SDK_DISABLED"), "true", StringComparison.OrdinalIgnoreCase))
            return services;
        var resource = ResourceBuilder.CreateDefault();
        if (!IsSet("OTEL_SERVICE_NAME"))
            resource.AddService($"personalize-{role}");
        services.AddSingleton<IHostedService>(_ => new RunningExport(OpenTelemetrySdk.Create(telemetry => telemetry
            .WithMetrics(metrics => metrics
                .SetResourceBuilder(resource)
                .AddMeter("Orleans.Personalize.*", "Microsoft.Orleans", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
                .AddOtlpExporter())
            .WithTracing(traces => traces
                .SetResourceBuilder(resource)
                .AddSource("Orleans.Personalize.*", "Microsoft.Orleans.Application", "Microsoft.AspNetCore")
                .AddOtlpExporter()))));
        services.AddLogging(logging => logging.AddOpenTelemetry(logs => logs.SetResourceBuilder(resource).AddOtlpExporter()));
        return services;
    }

    private static bool IsSet(string variable) => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(variable));

    /// <summary>Exports as long as the host runs, and sends what waits when it ends.</summary>
    private sealed class RunningExport(OpenTelemetrySdk telemetry) : IHostedService, IDisposable
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose() => telemetry.Dispose();
    }
}
