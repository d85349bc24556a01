using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Orleans.Personalize.Notifications.Tests.Support;

/// <summary>A service on a free port of this machine that takes push messages and answers as it is told.</summary>
internal sealed class PushServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private int _calls;

    private PushServer(WebApplication application) => _application = application;

    public Uri Url { get; private set; } = null!;

    public ConcurrentQueue<(IHeaderDictionary Headers, byte[] Body)> Requests { get; } = new();

    /// <summary>What it answers to the first, the second … request; the last for all later ones.</summary>
    public Func<HttpContext, Task>[] Answers { get; set; } = [Status(202)];

    public static async Task<PushServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new PushServer(builder.Build());
        server._application.MapPost("/push", server.TakeAsync);
        await server._application.StartAsync();
        server.Url = new Uri(server._application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/push");
        return server;
    }

    public static Func<HttpContext, Task> Status(int status, string? retryAfter = null) => context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    };

    public static Func<HttpContext, Task> HangUp { get; } = context =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    public static Func<HttpContext, Task> Silence { get; } = context => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted)
        .ContinueWith(_ => { }, TaskScheduler.Default);

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync(new CancellationToken(canceled: true));
        await _application.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Requests.Enqueue((new HeaderDictionary(context.Request.Headers.ToDictionary()), body.ToArray()));
        await Answers[Math.Min(Interlocked.Increment(ref _calls), Answers.Length) - 1](context);
    }
}
