using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Orleans.Personalize.Cluster.Tests.for_the_node;

public sealed class Exporting_telemetry : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_node_sends_metrics_traces_and_logs_to_the_collector_that_the_environment_names()
    {
        var port = NodeProcess.FreePort();
        using var collector = new Collector(port);
        var environment = new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://127.0.0.1:{port}",
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "500",
            ["OTEL_BLRP_SCHEDULE_DELAY"] = "500",
        };
        await using var node = await NodeProcess.StartAsync(
            environment, "--data", _folder.Path, "--url", "http://127.0.0.1:0", "--silo-port", NodeProcess.FreePort(), "--gateway-port", NodeProcess.FreePort());
        await SampleCalls.FillAsync(node.Http);
        Assert.Equal("accepted", await SampleCalls.PauseAsync(node.Http, "e1"));
        Assert.Equal(HttpStatusCode.OK, (await node.Http.GetAsync("v1/profiles/ann/home")).StatusCode);

        await collector.UntilAsync("/v1/metrics", "personalize.request.duration", "personalize.silo.events", "personalize.client.call.duration", "personalize-silo");
        await collector.UntilAsync("/v1/traces", "personalize.ask", "personalize.answer", "personalize.write");
        await collector.UntilAsync("/v1/logs", "ready in");
    }

    /// <summary>Takes what is sent over OTLP. Names are in such bodies as they are, in UTF-8.</summary>
    private sealed class Collector : IDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly ConcurrentQueue<(string Path, string Body)> _bodies = new();

        public Collector(string port)
        {
            _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
            _listener.Start();
            _ = TakeAsync();
        }

        /// <summary>Returns when every text was sent to a path.</summary>
        public async Task UntilAsync(string path, params string[] texts)
        {
            using var patience = new CancellationTokenSource(Patience);
            while (texts.FirstOrDefault(text => !_bodies.Any(body => body.Path == path && body.Body.Contains(text, StringComparison.Ordinal))) is { } missing)
            {
                if (patience.IsCancellationRequested)
                    Assert.Fail($"'{missing}' was not sent to {path}");
                await Task.Delay(50, CancellationToken.None);
            }
        }

        public void Dispose() => _listener.Close();

        private async Task TakeAsync()
        {
            try
            {
                while (true)
                {
                    var context = await _listener.GetContextAsync();
                    using var body = new MemoryStream();
                    await context.Request.InputStream.CopyToAsync(body);
                    _bodies.Enqueue((context.Request.Url!.AbsolutePath, Encoding.UTF8.GetString(body.ToArray())));
                    context.Response.ContentType = "application/x-protobuf";
                    context.Response.Close();
                }
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                // Closed.
            }
        }
    }
}
